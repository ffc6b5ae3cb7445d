/** Signs that JSON may hold as they are, and that a page or a terminal would act on. */
const acting = /[<\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** JSON that is harmless wherever it is put, printed or read; `indent` in blanks. */
export function harmlessJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(acting, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
