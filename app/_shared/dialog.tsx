'use client';

import * as Radix from '@radix-ui/react-dialog';
import { setNonce } from 'get-nonce';
import { useRef, type ReactNode, type RefObject } from 'react';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** What it is for, where it is said below the title. */
  readonly intro?: string;
  readonly close: string;
  /** Has the focus first; without it the first that can take it. */
  readonly first?: RefObject<HTMLElement | null>;
  readonly size?: 'wide' | 'small';
  readonly children: ReactNode;
}

/** A sheet over the page: it holds the focus, closes with Escape, and gives the focus back. */
export function Dialog({ open, onOpenChange, title, intro, close, first, size = 'small', children }: Props) {
  // It opens by a key as well as by a button, so what had the focus is remembered here.
  const before = useRef<Element | null>(null);
  // The dialog keeps the page behind it from scrolling with a style; the policy of the page lets in those with its nonce.
  if (open) setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '');
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-overlay" />
        <Radix.Content
          className={`dialog dialog-${size}`}
          {...(intro === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement;
            if (!first?.current) return;
            event.preventDefault();
            first.current.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus();
          }}
        >
          <header className="flex items-start gap-3 border-b border-line px-4 py-3 sm:px-5">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-[17px]">{title}</Radix.Title>
              {intro === undefined ? null : <Radix.Description className="mt-0.5 text-[13px] text-ink-2">{intro}</Radix.Description>}
            </div>
            <Radix.Close className="button">{close}</Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
