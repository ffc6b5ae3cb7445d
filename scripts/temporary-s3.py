# An S3-compatible storage on a free port of loopback, for tests: OpenStack Swift (Debian's python3-swift) in one process, with
# one disk, the folder that its argument names. Prints its port. User test:tester, password testing, no bucket.
import os
import sys

import eventlet

eventlet.monkey_patch()

from eventlet import wsgi
from swift.account.server import AccountController
from swift.common import utils
from swift.common.ring import RingBuilder
from swift.common.wsgi import loadapp
from swift.container.server import ContainerController
from swift.obj.server import ObjectController

folder = sys.argv[1]


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, 'w') as file:
        file.write(text)
    return path


class Memory:
    """Stands for memcached, which the proxy wants to remember in."""

    def __init__(self):
        self.held = {}

    def get(self, key, **_):
        return self.held.get(key)

    def set(self, key, value, **_):
        self.held[key] = value

    def delete(self, key, **_):
        self.held.pop(key, None)

    def incr(self, key, delta=1, **_):
        self.held[key] = self.held.get(key, 0) + delta
        return self.held[key]


utils.SWIFT_CONF_FILE = write('swift.conf', '[swift-hash]\nswift_hash_path_suffix = test\n')
utils.validate_hash_conf()
os.makedirs(os.path.join(folder, 'disk'))
servers = {'account': AccountController, 'container': ContainerController, 'object': ObjectController}
for kind, make in servers.items():
    listener = eventlet.listen(('127.0.0.1', 0))
    ring = RingBuilder(1, 1, 1)
    ring.add_dev({'id': 0, 'region': 1, 'zone': 1, 'weight': 1, 'ip': '127.0.0.1', 'port': listener.getsockname()[1], 'device': 'disk'})
    ring.rebalance()
    ring.get_ring().save(os.path.join(folder, kind + '.ring.gz'))
    eventlet.spawn(wsgi.server, listener, make({'devices': folder, 'swift_dir': folder, 'mount_check': 'false'}), log_output=False)

proxy = loadapp(write('proxy.conf', f'''[DEFAULT]
swift_dir = {folder}
[pipeline:main]
pipeline = catch_errors s3api tempauth proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:s3api]
use = egg:swift#s3api
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
'''))
memory = Memory()


def answer(env, start):
    env['swift.cache'] = memory
    return proxy(env, start)


listener = eventlet.listen(('127.0.0.1', 0))
print(listener.getsockname()[1], flush=True)
wsgi.server(listener, answer, log_output=False)
