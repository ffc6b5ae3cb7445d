import { beforeEach, expect, test, vi } from 'vitest';
import { LineWindows } from './line-windows';

beforeEach(() => void vi.useFakeTimers());

/** A text of a million lines, and what was asked of it. */
function million() {
  const asked: number[] = [];
  const windows = new LineWindows(async (from, count, signal) => {
    asked.push(from);
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (signal.aborted) throw new Error('stopped');
    return Array.from({ length: count }, (_, index) => `line ${from + index}`);
  });
  return { asked, windows };
}

test('lines are there once they were looked at for a moment', async () => {
  const { asked, windows } = million();
  windows.look([499, 500]);
  expect(windows.lineAt(499)).toBeUndefined();
  await vi.advanceTimersByTimeAsync(200);
  expect([windows.lineAt(499), windows.lineAt(500), windows.lineAt(1000)]).toEqual(['line 500', 'line 501', undefined]);
  windows.look([10]);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([1, 501]);
});

test('what is passed over is not fetched, and what is left is stopped', async () => {
  const { asked, windows } = million();
  for (let line = 0; line < 900_000; line += 10_000) windows.look([line]);
  await vi.advanceTimersByTimeAsync(70);
  windows.look([5]);
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toEqual([890_001, 1]);
  expect(windows.lineAt(890_000)).toBeUndefined();
  expect(windows.lineAt(5)).toBe('line 6');
});

test('what was looked at long ago is forgotten, and memory stays what it is', async () => {
  const { asked, windows } = million();
  for (let line = 0; line < 150_000; line += 500) {
    windows.look([line]);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(windows.lineAt(0)).toBeUndefined();
  expect(windows.lineAt(149_500)).toBe('line 149501');
  windows.look([0]);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked.filter((from) => from === 1)).toHaveLength(2);
});

test('a window that could not be read is told, and read again where that is asked', async () => {
  let fails = true;
  const windows = new LineWindows(() => (fails ? Promise.reject(new Error('the server answered 503')) : Promise.resolve(['first'])));
  let told = 0;
  windows.subscribe(() => told++);
  windows.look([0]);
  await vi.advanceTimersByTimeAsync(100);
  expect([windows.problem, told]).toEqual(['the server answered 503', 1]);
  fails = false;
  windows.again();
  await vi.advanceTimersByTimeAsync(100);
  expect([windows.problem, windows.lineAt(0)]).toEqual([undefined, 'first']);
});
