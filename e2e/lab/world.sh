#!/bin/sh
# Pid 1 of a world: builds a root of its own, enters it by pivot_root (a chroot would forbid user namespaces), says
# "ready" and ends with its input. It stands in new mount, pid, uts, ipc, net and cgroup namespaces already.
#   world.sh SCRATCH CACHE v1|v2
set -eu
scratch=$1 cache=$2 cgroup=$3
root=$scratch/root

# ext4, as a host has it; the image goes with its last mount.
truncate -s 3G "$scratch/disk"
mkfs.ext4 -q -F -E lazy_itable_init=1 -O ^has_journal "$scratch/disk"
mkdir "$root"
mount -o loop,noatime "$scratch/disk" "$root"
mount -o remount,relatime "$root"
rm "$scratch/disk"
cd "$root"
rm -rf lost+found

mkdir -p usr etc proc sys dev run tmp root home mnt opt srv/bundles old .usr/upper .usr/work .local/bin .local/sbin .local/share
mkdir -p var/cache/apt/archives/partial var/log/apt var/tmp var/lib/dpkg/info var/lib/dpkg/updates var/lib/dpkg/triggers var/lib/apt/lists/partial
ln -s usr/bin bin; ln -s usr/sbin sbin; ln -s usr/lib lib; ln -s usr/lib64 lib64; ln -s /run var/run
chmod 1777 tmp var/tmp
chmod 700 root
# A program that is removed below /usr is removed in this world alone.
mount -t overlay overlay -o lowerdir=/usr,upperdir=.usr/upper,workdir=.usr/work usr
mkdir -p usr/local
mount --bind .local usr/local
cp /var/lib/dpkg/status var/lib/dpkg/status
touch var/lib/dpkg/available

for name in alternatives debian_version default dpkg environment ld.so.cache ld.so.conf ld.so.conf.d login.defs mke2fs.conf nsswitch.conf os-release pam.conf pam.d profile protocols security services shells; do
  if [ -e "/etc/$name" ]; then cp -a "/etc/$name" etc/; fi
done
grep -Ev '^[^:]*:[^:]*:[1-5][0-9]{3,4}:' /etc/passwd > etc/passwd
grep -Ev '^[^:]*:[^:]*:[1-5][0-9]{3,4}:' /etc/group > etc/group
id=1000
for user in alice bob; do
  printf '%s:x:%s:%s::/home/%s:/bin/bash\n' "$user" "$id" "$id" "$user" >> etc/passwd
  printf '%s:x:%s:\n' "$user" "$id" >> etc/group
  mkdir -p "home/$user"
  chown "$id:$id" "home/$user"
  id=$((id + 1))
done
sed 's/:.*/:*:19000:0:99999:7:::/' etc/passwd > etc/shadow
sed 's/:.*/:*::/' etc/group > etc/gshadow
chmod 640 etc/shadow etc/gshadow
: > etc/subuid
: > etc/subgid
echo node1 > etc/hostname
echo '127.0.0.1 localhost node1' > etc/hosts

mount -t proc -o nosuid,nodev,noexec proc proc
mount -t sysfs -o nosuid,nodev,noexec sysfs sys
mount -t tmpfs -o nosuid,mode=755 udev dev
mkdir dev/pts dev/shm dev/mqueue
for name in null zero full random urandom tty fuse loop-control loop0 loop1 loop2 loop3 loop4 loop5 loop6 loop7; do
  if [ -e "/dev/$name" ]; then cp -a "/dev/$name" dev/; fi
done
ln -s pts/ptmx dev/ptmx; ln -s /proc/self/fd dev/fd
ln -s fd/0 dev/stdin; ln -s fd/1 dev/stdout; ln -s fd/2 dev/stderr
mount -t mqueue -o nosuid,nodev,noexec mqueue dev/mqueue
mount -t devpts -o newinstance,gid=5,mode=620,ptmxmode=666 devpts dev/pts
mount -t tmpfs -o nosuid,nodev tmpfs dev/shm
mount -t tmpfs -o nosuid,nodev,mode=755 tmpfs run
mkdir -p run/lock run/user/1000 run/user/1001
chmod 700 run/user/1000 run/user/1001
chown 1000:1000 run/user/1000
chown 1001:1001 run/user/1001
if [ "$cgroup" = v2 ]; then
  mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 sys/fs/cgroup
else
  mount -t tmpfs -o nosuid,nodev,noexec,mode=755 tmpfs sys/fs/cgroup
  for name in cpu cpuacct cpuset memory devices freezer blkio pids; do
    mkdir "sys/fs/cgroup/$name"
    mount -t cgroup -o "nosuid,nodev,noexec,$name" cgroup "sys/fs/cgroup/$name"
  done
fi
# Newer programs hold the path of their C library.
mkdir -p "./$cache"
mount --bind "$cache" "./$cache"

pivot_root . old
cd /
umount -l /old
rmdir /old
mount --make-rshared /
ip link set lo up
hostname node1
echo ready
read -r _ || true
