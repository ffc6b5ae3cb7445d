// Loaded into a server before anything else: tells every name that it looks up and every host that it connects to.
import dns from 'node:dns';
import net from 'node:net';

const tell = (what) => process.stdout.write(`OUTWARD ${what}\n`);
const { lookup } = dns;
dns.lookup = (name, ...rest) => {
  if (name !== '127.0.0.1' && name !== 'localhost') tell(name);
  return lookup(name, ...rest);
};
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  tell(JSON.stringify(args[0]));
  return connect.apply(this, args);
};
tell('watched');
