/** Where a document of a case is. */
export function documentAddress(caseId: string, attempt: number, name: string): string {
  return `/api/cases/${caseId}/documents/${encodeURIComponent(name)}?attempt=${attempt}`;
}
