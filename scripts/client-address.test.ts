import { describe, expect, test } from 'vitest';
import { clientAddress, proxiesFrom } from './client-address.mjs';

const asked = (remoteAddress: string, forwarded?: string) => ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } });

describe('who asks', () => {
  test.each([
    ['the socket, whatever a header says', asked('198.51.100.7', '203.0.113.1'), '', '198.51.100.7'],
    ['whom a trusted proxy names', asked('127.0.0.1', '203.0.113.1'), '127.0.0.1', '203.0.113.1'],
    ['not what a client wrote before it', asked('127.0.0.1', '1.2.3.4, 203.0.113.1'), '127.0.0.1', '203.0.113.1'],
    ['whom the first of two proxies names', asked('10.0.0.2', '203.0.113.1, 10.0.0.9'), '10.0.0.0/8', '203.0.113.1'],
    ['the proxy, where it names nobody', asked('127.0.0.1', 'unknown'), '127.0.0.1', '127.0.0.1'],
    ['an IPv4 address on an IPv6 socket', asked('::ffff:198.51.100.7'), '', '198.51.100.7'],
  ])('%s', (_, request, proxies, wanted) => expect(clientAddress(request, proxiesFrom(proxies))).toBe(wanted));

  test('a trusted proxy must be an address', () => expect(() => proxiesFrom('proxy.example')).toThrow('TRUSTED_PROXIES'));
});
