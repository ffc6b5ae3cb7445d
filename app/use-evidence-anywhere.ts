import { useEffect, useRef, useState } from 'react';

interface Takers {
  readonly files: (files: FileList) => void;
  readonly text: (text: string) => void;
}

/** Lets a person paste or drop anywhere on the page; tells whether something is being dragged over it. */
export function useEvidenceAnywhere(takers: Takers): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useRef(takers);
  useEffect(() => {
    latest.current = takers;
  });

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      const { files } = event.clipboardData ?? {};
      if (files && files.length > 0) {
        event.preventDefault();
        latest.current.files(files);
      } else if (!inField) {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (text !== '') latest.current.text(text);
      }
    };
    const onOver = (event: DragEvent) => {
      event.preventDefault();
      setDragging(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      const { files } = event.dataTransfer ?? {};
      if (files && files.length > 0) latest.current.files(files);
      else latest.current.text(event.dataTransfer?.getData('text/plain') ?? '');
    };
    addEventListener('paste', onPaste);
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('paste', onPaste);
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, []);
  return dragging;
}
