/** The media type of a request's body in small letters, without its parameters; empty where none is given. */
export function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
