import { BlockList, isIP } from 'node:net';

/** Addresses of proxies whose X-Forwarded-For is believed: `127.0.0.1, 10.0.0.0/8`. Throws where one is no address. */
export function proxiesFrom(text) {
  const list = new BlockList();
  for (const entry of text.split(',').map((one) => one.trim()).filter(Boolean)) {
    const [address, bits] = entry.split('/');
    const version = isIP(address);
    if (version === 0) throw new Error(`TRUSTED_PROXIES: ${entry} is no address`);
    if (bits === undefined) list.addAddress(address, `ipv${version}`);
    else list.addSubnet(address, Number(bits), `ipv${version}`);
  }
  return list;
}

/**
 * Who asks: the address of the socket, or, where that is a trusted proxy, the nearest address before it in
 * X-Forwarded-For that is none. What a client writes into that header itself is never reached.
 */
export function clientAddress({ socket, headers }, proxies) {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim());
  let address = plain(socket.remoteAddress ?? '');
  while (isTrusted(address, proxies) && forwarded.length > 0) {
    const before = plain(forwarded.pop() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** `https` where a trusted proxy says that it was asked so, else `http`: this server itself speaks no TLS. */
export function clientProtocol({ socket, headers }, proxies) {
  return isTrusted(plain(socket.remoteAddress ?? ''), proxies) && headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
}

function isTrusted(address, proxies) {
  const version = isIP(address);
  return version !== 0 && proxies.check(address, `ipv${version}`);
}

/** An IPv4 address that came in an IPv6 one, by itself (RFC 4291, 2.5.5.2). */
function plain(address) {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
