import { answering, json, notAllowed } from '../../../lib/http/answer';
import { createEncryptedCase } from '../../../lib/http/create-encrypted-case';
import { limitRate } from '../../../lib/http/rate-limit';
import { urlOf } from '../../../lib/http/stored-case';

/** A case that only who has its key can read: the server gets what a browser encrypted, and never the key. */
export const POST = answering(async (request) => {
  await limitRate(request, 'create');
  const { id, manageToken } = await createEncryptedCase(request);
  return json({ id, url: urlOf(request, id), manageToken }, 201, { Location: `/cases/${id}` });
});

export const GET = notAllowed('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
