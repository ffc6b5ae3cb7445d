#!/bin/sh
# Userns Doctor's collector: takes what explains why a container does not start in a user namespace, and nothing else.
# It reads, it changes nothing, and it needs no root (as root it sees more). Read it, then run it:
#
#   sh collect.sh --bundle DIR [-- COMMAND...]    an OCI bundle of runc or crun
#   sh collect.sh --rootless [-- COMMAND...]      what a user without root is granted
#   sh collect.sh --container ID [--namespace NS] a container of containerd or CRI-O
#   sh collect.sh --pod NAMESPACE/NAME            a pod, on its node
#   sh collect.sh --docker NAME | --podman NAME   a container of Docker or Podman
#
# COMMAND is run as it stands (in DIR, where --bundle is given), and its output and exit status are kept.
#   -o FILE         the bundle to write; it must not exist (default: userns-doctor-DATE.txt)
#   --upload URL    afterwards send the bundle to that Userns Doctor, after a yes
#   --yes           the yes
#   --wait SECONDS  how long COMMAND may take (default 120)
#
# The bundle is a text in the form of a shell session: every line beginning with USER@node is a command you could have
# typed. Values of environment variables, annotations and labels stay here: only their names are taken.

# All is inside one function, so that a download that was cut does nothing.
collect_evidence() {
  if [ -n "${ZSH_VERSION:-}" ]; then emulate -R sh; fi
  set -fu
  umask 077
  line_end='
'
  seconds=10       # for each command
  most=262144      # bytes of each output
  mode='' subject='' namespace='' bundle='' out='' url='' sure='' patience=120
  rootfs='' config='' taken='' missed='' hung=' '
  overdue='collect.sh: no answer in time'

  usage() {
    printf '%s\n' 'usage: sh collect.sh --bundle DIR | --rootless | --container ID [--namespace NS] | --pod NS/NAME | --docker NAME | --podman NAME' \
      '                     [-o FILE] [--upload URL [--yes]] [--wait SECONDS] [-- COMMAND...]' >&2
  }

  fail() {
    printf 'collect.sh: %s\n' "$1" >&2
    exit "${2:-1}"
  }

  has() { command -v "$1" >/dev/null 2>&1; }

  took() { taken="$taken  $1$line_end"; }

  lacks() { missed="$missed  $1$line_end"; }

  # Does a text hold a control character, which neither a prompt nor a listing shows?
  is_odd() {
    case $1 in *[[:cntrl:]]*) return 0 ;; *) return 1 ;; esac
  }

  # Puts a word into $quoted as one would type it; a line break is shown as a question mark. Results are left in
  # variables here and below, since a process for each word would be slow.
  quote() {
    case $1 in
      '' | *[!A-Za-z0-9_/.:,@%+=-]*) ;;
      *) quoted=$1; return ;;
    esac
    rest=$1 whole=''
    while :; do
      case $rest in
        *[[:cntrl:]]*) whole="$whole${rest%%[[:cntrl:]]*}?" rest=${rest#*[[:cntrl:]]} ;;
        *) break ;;
      esac
    done
    rest="$whole$rest" whole=''
    while :; do
      case $rest in
        *\'*) whole="$whole${rest%%\'*}'\\''" rest=${rest#*\'} ;;
        *) break ;;
      esac
    done
    quoted="'$whole$rest'"
  }

  # Puts a word into $bare, an assignment without its value: of the environment, or of an option named like a secret.
  without_value() {
    bare=$1
    case ${1%%=*} in
      "$1") ;;
      -e* | --env | --env-file | *[Pp]assw* | *[Ss]ecret* | *[Tt]oken* | *SECRET* | *PASSW* | *TOKEN*)
        case $1 in --env=*=*) whole=${1#--env=} bare=--env=${whole%%=*}=hidden ;; *) bare=${1%%=*}=hidden ;; esac
        return
        ;;
      *[!A-Z0-9_]*) ;;
      *) bare=${1%%=*}=hidden; return ;;
    esac
    case $last in
      -e | --env) case $1 in *=*) bare=${1%%=*}=hidden ;; esac ;;
      --password | --token | --secret) bare=hidden ;;
    esac
  }

  # Puts a command into $typed as one would type it.
  type_command() {
    typed='' last=''
    for word in "$@"; do
      without_value "$word"
      quote "$bare"
      typed="$typed${typed:+ }$quoted" last=$word
    done
  }

  # Writes a command behind a prompt, which tells the engine who ran it and where; a directory that no prompt can show
  # is left out.
  shown() {
    case $here in *[!A-Za-z0-9_/.:,@%+=-]*) where='' ;; *) where=":$here" ;; esac
    printf '%s@node%s%s %s\n' "$who" "$where" "$sign" "$1" >&3
  }

  # Runs a command for so many seconds at most; what still runs then is ended, and that is said.
  limited() {
    limit=$1
    shift
    if has timeout; then
      timeout -k 2 "$limit" "$@"
      ended=$?
    else
      "$@" &
      runner=$!
      (
        sleep "$limit"
        kill "$runner"
      ) >/dev/null 2>&1 &
      guard=$!
      wait "$runner"
      ended=$?
      kill "$guard" 2>/dev/null
    fi
    case $ended in 124 | 137 | 143) printf '\n%s\n' "$overdue" ;; esac
    return "$ended"
  }

  # Is a program here, and did it answer when it was asked before?
  can_run() {
    case $hung in
      *" $1 "*) lacks "$2: $1 does not answer"; return 1 ;;
    esac
    if has "$1"; then return 0; fi
    lacks "$2: $1 is not installed"
    return 1
  }

  # Writes the output of a program, and keeps in mind where it did not come to an end: answered PROGRAM WHAT OUTPUT
  answered() {
    written "$3"
    case $3 in
      *"$overdue"*) hung="$hung$1 "; lacks "$2: $1 did not answer in $seconds seconds" ;;
      *) took "$2" ;;
    esac
  }

  first_bytes() { if has head; then head -c "$most"; else tail -c "$most"; fi; }

  last_lines() { if has tail; then tail -n "$1"; else first_bytes; fi; }

  first_line() {
    line=''
    IFS= read -r line || :
    printf '%s' "$line"
  }

  without_nul() { if has tr; then tr -d '\000'; else cat; fi; }

  last_bytes() { if has tail; then tail -c "$most"; else head -c "$most"; fi; }

  # Writes what it is given as whole lines; NUL bytes are dropped.
  written() {
    if [ -n "$1" ]; then printf '%s\n' "$1" >&3; fi
  }

  # Takes the output of a command: take WHAT COMMAND...
  take() {
    what=$1
    shift
    if ! can_run "$1" "$what"; then return 0; fi
    type_command "$@"
    shown "$typed"
    answered "$1" "$what" "$(limited "$seconds" "$@" 2>&1 </dev/null | first_bytes)"
  }

  # Takes files that can be read: take_file WHAT FILE...
  take_file() {
    what=$1
    shift
    for file in "$@"; do
      if [ ! -r "$file" ]; then
        if [ -e "$file" ]; then lacks "$what: $file may not be read"; fi
        return 0
      fi
    done
    take "$what" cat "$@"
  }

  # Takes the output of a command after a filter: take_through WHAT FILTER COMMAND...
  take_through() {
    what=$1 filter=$2 output=''
    shift 2
    if ! can_run "$1" "$what"; then return 0; fi
    # Other shells drop NUL bytes by themselves; a key that holds them would not be known for what it is.
    if ! has awk || { [ -n "${ZSH_VERSION:-}" ] && ! has tr; }; then
      lacks "$what: awk is needed to hide its secrets"
      return 0
    fi
    type_command "$@"
    shown "$typed"
    output=$(limited "$seconds" "$@" 2>&1 </dev/null | first_bytes | without_nul)
    case $output in *"$overdue") answered "$1" "$what" "$overdue" ;; *) answered "$1" "$what" "$(printf '%s\n' "$output" | "$filter")" ;; esac
  }

  # Hides the values of a JSON text: of env, annotations and labels, of members named like secrets, of NAME=VALUE words
  # and passwords in URLs. Everything else stays byte for byte, also in a broken text. What is quoted is told from what
  # is not by the quotes themselves, which part the records.
  hide_json() {
    LC_ALL=C awk '
      function mask() { masks++; return "\342\237\246env#" masks "\342\237\247" }
      function is_secret(name) { return name ~ /passw|secret|token|auth$|authorization|credential|api_?key|private_?key|cookie/ }
      # A word of a list, a command or an option.
      function hide_word(word,   at) {
        if (after_option == "all") return mask()
        if (after_option == "env" && (at = index(word, "=")) > 1) return substr(word, 1, at) mask()
        if (match(word, /^(--env=|-e)?[A-Z_][A-Z0-9_]*=/) || match(word, /^--env=[A-Za-z_][A-Za-z0-9_]*=/)) return substr(word, 1, RLENGTH) mask()
        at = index(word, "=")
        if (at > 1 && is_secret(tolower(substr(word, 1, at - 1)))) return substr(word, 1, at) mask()
        if (match(word, /:\/\/[^\/:@]*:[^\/@]*@/)) {
          at = RSTART + 3 + index(substr(word, RSTART + 3), ":") - 1
          return substr(word, 1, at) mask() substr(word, RSTART + RLENGTH - 1)
        }
        return word
      }
      function hide_text(word,   at, result) {
        if (mode[depth] == "env" && type[depth] == "[") {
          at = index(word, "=")
          if (at > 1) return substr(word, 1, at) mask()
          return word ~ /^[A-Za-z_][A-Za-z0-9_]*$/ ? word : mask()
        }
        # Kubernetes: a list of objects with name and value.
        if (mode[depth] == "env") return key[depth] == "name" && type[depth - 1] == "[" ? word : mask()
        if (mode[depth] == "notes") return key[depth] ~ kept ? word : mask()
        if (type[depth] == "{" && word != "" && (is_secret(key[depth]) || key[depth] ~ /\\/)) return mask()
        result = hide_word(word)
        after_option = type[depth] != "[" ? "" : word ~ /^(-e|--env)$/ ? "env" : word ~ /^--?[a-z-]*(password|passwd|secret|token|api-?key)$/ ? "all" : ""
        return result
      }
      function opened(bracket,   inside) {
        inside = mode[depth]
        if (type[depth] == "{" && inside == "") {
          if (key[depth] ~ /^(env|envs|environment)$/ || key[depth] ~ /\\/) inside = "env"
          else if (key[depth] ~ /^(annotations|labels|pod_annotations|podannotations)$/) inside = "notes"
        }
        depth++
        type[depth] = bracket; mode[depth] = inside; key[depth] = ""; valued[depth] = 0
        after_option = ""
      }
      # The outermost object is never left: where a bracket is missing, what follows still has keys.
      # What stands between strings: brackets, commas, numbers, and in a broken text anything.
      function outside(text,   at, unit, word, result) {
        result = ""; word = ""
        for (at = 1; at <= length(text); at++) {
          unit = substr(text, at, 1)
          if (index("{}[]:, \t\r\n", unit) == 0) { word = word unit; continue }
          result = result bare(word); word = ""
          if (unit == "{" || unit == "[") opened(unit)
          else if (unit == "}" || unit == "]") { if (depth > 1) depth--; after_option = "" }
          else if (unit == ":") valued[depth] = 1
          else if (unit == ",") valued[depth] = 0
          result = result unit
        }
        return result bare(word)
      }
      function bare(word) {
        if (word == "" || word ~ /^(true|false|null|\357\273\277)$/) return word
        if (word ~ /^[-+.0-9eE]+$/) { if (mode[depth] == "env") gsub(/[0-9]/, "0", word); return word }
        return mode[depth] == "" ? hide_word(word) : mask()
      }
      function string(text) {
        if (type[depth] == "{" && !valued[depth]) { key[depth] = tolower(text); return text }
        return hide_text(text)
      }
      BEGIN {
        RS = "\""; ORS = ""; quoted = 0; pending = ""
        kept = "^(io\\.kubernetes\\.cri\\.(sandbox-id|sandbox-name|sandbox-namespace|container-name|container-type)|io\\.container\\.manager|run\\.oci\\..*|io\\.podman\\.annotations\\.(userns|autoremove|privileged|init)|io\\.kubernetes\\.(pod\\.name|pod\\.namespace|container\\.name))$"
      }
      NR > 1 && pending == "" { print "\"" }
      {
        if (!quoted) { print outside($0); quoted = 1; next }
        text = pending $0; pending = ""
        # A string ends with its line, whatever stands there: JSON has no line breaks in strings.
        if (match(text, /[\r\n]/)) { print string(substr(text, 1, RSTART - 1)) outside(substr(text, RSTART)); next }
        if (match($0, /\\+$/) && RLENGTH % 2 == 1) { pending = text "\""; next }
        print string(text); quoted = 0
      }
      END { if (pending != "") print string(pending) }'
  }

  # Keeps of a TOML text the tables and keys of containerd that a diagnosis reads; registries with their credentials go.
  keep_toml() {
    LC_ALL=C awk '
      /^[ \t]*\[/ { inside = $0 ~ /registry|headers|auth|env|stream_processors|proxy_plugins/ ? 0 : 1; if (inside) print; next }
      inside != 0 && /^[ \t]*(version|root|state|snapshotter|slow_chown|default_runtime_name|runtime_type|BinaryName|SystemdCgroup|Root|privileged_without_host_devices|enable_unprivileged_ports|enable_unprivileged_icmp|mount_program|disabled_plugins|remap_ids|upperdir_label)[ \t]*=/
      BEGIN { inside = 1 }'
  }

  # Keeps of the configuration of the kubelet what concerns user namespaces.
  keep_kubelet() {
    LC_ALL=C awk '
      /^[A-Za-z]/ { inside = /^(kind|apiVersion|featureGates|userNamespaces|maxPods|cgroupDriver|failSwapOn|containerRuntimeEndpoint):/ }
      inside'
  }

  # Keeps of mountinfo what the start of this container meets: the root, /proc, /sys, /dev, and what lies at, above or
  # below the paths of interest. Mount points are escaped there, and so are the paths that they are held against.
  keep_mounts() {
    LC_ALL=C WALKED="$walked" awk '
      BEGIN { count = split(ENVIRON["WALKED"], paths, "\n"); for (i = 1; i <= count; i++) gsub(/ /, "\\040", paths[i]) }
      function wanted(point,   i) {
        if (point ~ /^\/(proc|sys|dev)(\/|$)/ || point == "/") return 1
        for (i = 1; i <= count; i++) if (paths[i] != "" && (index(paths[i] "/", point "/") == 1 || index(point "/", paths[i] "/") == 1)) return 1
        return 0
      }
      wanted($5)'
  }

  # Keeps of docker info what needs no proxy and no label.
  keep_info() { LC_ALL=C awk '!/[Pp]roxy|^ *Labels:|:\/\/[^\/]*@/'; }

  # Keeps the last lines that speak of one of these, or of a failure of a runtime.
  keep_about() {
    LC_ALL=C NAMES="$names" awk '
      BEGIN { count = split(ENVIRON["NAMES"], names, "\n") }
      function about(line,   i) {
        for (i = 1; i <= count; i++) if (names[i] != "" && index(line, names[i])) return 1
        return 0
      }
      about($0)' | last_lines 200
  }

  # Every directory from the root down to a path, one a line; a path with a control character is not walked.
  walk() {
    whole='' rest=${1#/}
    printf '/\n'
    while [ -n "$rest" ]; do
      whole="$whole/${rest%%/*}"
      printf '%s\n' "$whole"
      case $rest in */*) rest=${rest#*/} ;; *) rest='' ;; esac
    done
  }

  # Owners, modes, links and the file system along a path: numbers by ls, names and links by namei.
  take_path() {
    if is_odd "$2"; then
      lacks "$1: its name holds a control character"
      return 0
    fi
    case $2 in /*) ;; *) return 0 ;; esac
    walked="$walked$line_end$2"
    take "$1, step by step" namei -l "$2"
    set -- "$1" "$2" "$IFS"
    IFS=$line_end
    # shellcheck disable=SC2046 # One directory a word; globbing is off.
    set -- "$1" "$2" "$3" $(walk "$2")
    IFS=$3
    place=$1 target=$2
    shift 3
    take "$place, by number" ls -ldn -- "$@"
    take "$place, its mount" findmnt -T "$target" -o TARGET,SOURCE,FSTYPE,OPTIONS
  }

  # The strings of a JSON text that stand at a place: values_at PLACE <text, with dots between keys, * for an
  # index and ** for anything before. Keys are held together without regard to case, as Go does.
  values_at() {
    if ! has awk; then return 0; fi
    LC_ALL=C PLACE="$1" awk '
      function string(text) {
        if (type[depth] == "{" && !valued[depth]) { key[depth] = text; return }
        place = ""
        for (i = 1; i <= depth; i++) place = place (i > 1 ? "." : "") (type[i] == "[" ? "*" : key[i])
        place = tolower(place)
        if (place == wanted || (anywhere && substr("." place, length(place) + 2 - length(anywhere)) == anywhere)) { gsub(/\\\//, "/", text); gsub(/\\"/, "\"", text); gsub(/\\\\/, "\\", text); print text }
      }
      function outside(text,   at, unit) {
        for (at = 1; at <= length(text); at++) {
          unit = substr(text, at, 1)
          if (unit == "{" || unit == "[") { depth++; type[depth] = unit; key[depth] = ""; valued[depth] = 0 }
          else if ((unit == "}" || unit == "]") && depth > 1) depth--
          else if (unit == ":") valued[depth] = 1
          else if (unit == ",") valued[depth] = 0
        }
      }
      BEGIN { RS = "\""; wanted = tolower(ENVIRON["PLACE"]); anywhere = wanted ~ /^\*\*/ ? substr(wanted, 3) : "" }
      !quoted { outside($0); quoted = 1; next }
      match($0, /\\+$/) && RLENGTH % 2 == 1 { pending = pending $0 "\""; next }
      { string(pending $0); pending = ""; quoted = 0 }'
  }

  # The config, and what it says of the host.
  take_config() {
    if [ ! -f "$1/config.json" ]; then
      quote "$1"
      lacks "config.json: there is none in $quoted"
      return 0
    fi
    if [ ! -r "$1/config.json" ]; then
      lacks 'config.json: it may not be read; run this as root'
      return 0
    fi
    take_through 'config.json, values of env and annotations hidden' hide_json cat "$1/config.json"
    if ! has awk; then return 0; fi
    config=$1/config.json
    rootfs=$(values_at root.path <"$config" | first_line)
    case $rootfs in
      '') return 0 ;;
      /*) ;;
      *) rootfs=$1/$rootfs ;;
    esac
  }

  # What the config names on the host: the rootfs, the program in it, the sources of bind mounts, namespaces to join.
  take_paths_of_config() {
    if [ -n "$rootfs" ]; then
      take_path 'the rootfs' "$rootfs"
      if ! is_odd "$rootfs"; then
        take 'the top of the rootfs' ls -ln -- "$rootfs"
        take_program
        take_owners
      fi
    fi
    if [ -z "$config" ]; then return 0; fi
    set -- "$IFS"
    IFS=$line_end
    count=0 seen=$line_end
    for source in $(values_at 'mounts.*.source' <"$config"); do
      IFS=$1
      case $seen in *"$line_end$source$line_end"*) continue ;; esac
      seen="$seen$source$line_end" count=$((count + 1))
      if [ "$count" -gt 24 ]; then break; fi
      case $source in
        /proc | /proc/* | /sys | /sys/* | /dev/pts) ;;
        /*) take_path 'the source of a mount' "$source" ;;
      esac
    done
    for joined in $(values_at 'linux.namespaces.*.path' <"$config"); do
      IFS=$1
      take 'a namespace to join' ls -ln -- "$joined"
    done
    IFS=$1
  }

  # The program to start: where a bare name is looked for by default; the real PATH is a value of env and stays here.
  take_program() {
    program=$(values_at 'process.args.*' <"$config" | first_line)
    if [ -z "$program" ] || is_odd "$program"; then return 0; fi
    case $program in
      /*)
        # With the directories on its way, which may be closed.
        set -- "$IFS"
        IFS=$line_end
        # shellcheck disable=SC2046 # One directory a word; globbing is off.
        set -- "$1" $(walk "$program")
        IFS=$1
        shift 2
        for part in "$@"; do
          set -- "$@" "$rootfs$part"
          shift
        done
        take 'the program to start' ls -ldn -- "$@"
        ;;
      */*) ;;
      *)
        take 'the program to start' ls -ldn -- "$rootfs/usr/local/sbin/$program" "$rootfs/usr/local/bin/$program" \
          "$rootfs/usr/sbin/$program" "$rootfs/usr/bin/$program" "$rootfs/sbin/$program" "$rootfs/bin/$program"
        ;;
    esac
  }

  # One file for each owner that the rootfs has.
  take_owners() {
    if ! has find || ! has stat || ! has awk; then
      lacks 'the owners within the rootfs: find, stat and awk are needed'
      return 0
    fi
    quote "$rootfs"
    shown "find $quoted -xdev -exec stat -c '%u:%g %a %n' {} + | awk '!seen[\$1]++ && ++count <= 64'"
    written "$(limited "$seconds" find "$rootfs" -xdev ! -name "*$line_end*" -exec stat -c '%u:%g %a %n' {} + 2>/dev/null </dev/null | awk '!seen[$1]++ && ++count <= 64')"
    took 'the owners within the rootfs'
  }

  take_host() {
    take 'who runs the runtime' id
    take 'the kernel' uname -srm
    take_file 'the distribution' /etc/os-release
    take 'the kernel settings of user namespaces' grep -H . /proc/sys/user/max_user_namespaces /proc/sys/kernel/unprivileged_userns_clone \
      /proc/sys/kernel/apparmor_restrict_unprivileged_userns
    take 'the kernel settings of keys' grep -H . /proc/sys/kernel/keys/maxkeys /proc/sys/kernel/keys/maxbytes
    take 'the kernel setting of ports' grep -H . /proc/sys/net/ipv4/ip_unprivileged_port_start
    take_file 'the ID maps where this runs' /proc/self/uid_map /proc/self/gid_map
    take 'the rights of the shell' grep -E 'Seccomp|NoNewPrivs|CapEff' /proc/self/status
    take_file 'the limits of the shell' /proc/self/limits
    take_chroot
    take_file 'the security modules' /sys/kernel/security/lsm
    take 'the version of cgroups' stat -f -c %T /sys/fs/cgroup
    take_file 'the cgroup of the shell' /proc/self/cgroup
    take_file 'the controllers of cgroups' /sys/fs/cgroup/cgroup.controllers
    delegated=/sys/fs/cgroup/user.slice/user-$me.slice/user@$me.service/cgroup.controllers
    take_file 'the controllers of the user' "$delegated"
    take 'newuidmap and newgidmap' ls -ln /usr/bin/newuidmap /usr/bin/newgidmap
    take 'the capabilities of newuidmap and newgidmap' getcap /usr/bin/newuidmap /usr/bin/newgidmap
  }

  take_chroot() {
    if ! has systemd-detect-virt; then
      # What it compares, where it is not there; the root of process 1 shows itself to root alone.
      if [ "$me" = 0 ]; then take 'whether this is a chroot' stat -Lc %d:%i / /proc/1/root; fi
      return 0
    fi
    shown 'systemd-detect-virt --chroot; echo $?'
    written "$(limited "$seconds" systemd-detect-virt --chroot 2>&1 </dev/null; printf '%s' "$?")"
    took 'whether this is a chroot'
  }

  # The ranges of all owners, since a range is free only where no line holds it; names of others are not taken.
  hide_owners() {
    LC_ALL=C ME="$me" WHO="$who" awk -F: '
      NF != 4 || $2 == ENVIRON["ME"] || $2 == ENVIRON["WHO"] || $2 ~ /^(root|containers|dockremap|kubelet)$/ { print; next }
      { if (!($2 in others)) others[$2] = ++count; print $1 ":other-" others[$2] ":" $3 ":" $4 }'
  }

  take_user() {
    take 'whether services of the user linger' loginctl show-user --property=Linger "$who"
    take 'the runtime directory of the user' ls -ldn "/run/user/$me"
  }

  take_versions() {
    for program in "$@"; do
      if has "$program"; then take "the version of $program" "$program" --version; fi
    done
    for program in runc crun; do
      if has "$program"; then take "the features of $program" "$program" features; fi
    done
  }

  take_denials() {
    if ! has dmesg || ! has grep; then
      lacks 'refusals in the kernel log: dmesg and grep are needed'
      return 0
    fi
    shown "dmesg | grep -E 'apparmor=|avc:|type=1326'"
    written "$(limited "$seconds" dmesg 2>&1 </dev/null | grep -E 'apparmor=|avc:|type=1326|not permitted' | last_lines 100)"
    took 'refusals in the kernel log'
  }

  # Hides in an output the values that the config gives to the environment, should a program print them.
  hide_values() {
    if [ -z "$config" ]; then last_bytes; return; fi
    if ! has awk; then
      lacks 'the output: awk is needed to hide its secrets'
      printf 'collect.sh: awk is needed to hide what is secret here\n'
      return
    fi
    LC_ALL=C VALUES="$(values_at '**.env.*' <"$config")" awk '
      BEGIN {
        count = split(ENVIRON["VALUES"], values, "\n")
        for (i = 1; i <= count; i++) {
          # What every container has, and what is so short that it stands anywhere.
          if (values[i] ~ /^(PATH|HOME|TERM|LANG|SHELL|USER|HOSTNAME|PWD)=/) values[i] = ""
          sub(/^[^=]*=/, "", values[i])
          if (length(values[i]) < 6) values[i] = ""
        }
      }
      {
        for (i = 1; i <= count; i++) {
          if (values[i] == "") continue
          left = ""; right = $0
          while ((at = index(right, values[i])) > 0) { left = left substr(right, 1, at - 1) "hidden"; right = substr(right, at + length(values[i])) }
          $0 = left right
        }
        print
      }'
  }

  # Runs the user's command where the bundle is, and keeps its output and status.
  take_start() {
    if [ -n "$bundle" ]; then
      here=$bundle
      CDPATH='' cd -- "$bundle" || fail 'the directory of the bundle cannot be entered'
    fi
    # As in a shell: variables for this one command.
    case $1 in [A-Za-z_]*=*) set -- env "$@" ;; esac
    printf 'Running %s, for %s seconds at most\n' "$1" "$patience"
    # Only in the foreground may a program read the terminal; busybox has nothing but that.
    if ! has timeout; then output=$(limited "$patience" "$@" 2>&1 3>&-; printf '\n%s' "$?")
    elif timeout --foreground 1 true 2>/dev/null; then output=$(timeout --foreground -k 5 "$patience" "$@" 2>&1 3>&-; printf '\n%s' "$?")
    else output=$(timeout "$patience" "$@" 2>&1 3>&-; printf '\n%s' "$?")
    fi
    code=${output##*"$line_end"}
    output=${output%"$line_end"*}
    printf '%s\n' "$output"
    type_command "$@"
    shown "$(printf '%s\n' "$typed" | hide_values)"
    written "$(printf '%s\n' "$output" | last_bytes | hide_values)"
    shown 'echo $?'
    written "$code"
    took "the start: exit status $code"
  }

  absolute() {
    case $1 in /*) given=$1 ;; *) given=./$1 ;; esac
    found=$(CDPATH='' cd -- "$given" 2>/dev/null && pwd -P && printf .) || return 1
    found=${found%.}
    printf '%s' "${found%"$line_end"}."
  }

  take_logs_of_bundle() {
    for log in "$1/log.json" "$1/runc.log" "$1/log"; do
      if [ -f "$log" ] && [ -r "$log" ]; then take "the log $log" tail -n 200 -- "$log"; fi
    done
  }

  # The journal of the engines, where it speaks of this container.
  take_journal() {
    names=$1
    take_through 'the journal' keep_about journalctl -b --no-pager -n 500 -t containerd -t dockerd -t kubelet -t crio -t podman -t conmon -t runc -t crun
  }

  take_bundle() {
    take_config "$1"
    take_logs_of_bundle "$1"
  }

  # The bundle of a container that runs, or did not get far enough to be cleaned up.
  find_task() {
    set +f
    for folder in "${XDG_RUNTIME_DIR:-/run}/containerd" /run/containerd /run/k3s/containerd; do
      # shellcheck disable=SC2086 # Without a namespace all of them are looked through.
      for task in "$folder"/io.containerd.runtime.v2.task/${2:-*}/"$1"; do
        if [ -d "$task" ]; then bundle=$task; fi
      done
    done
    set -f
  }

  gather() {
    case $mode in
      bundle)
        take_bundle "$bundle"
        ;;
      container)
        find_task "$subject" "$namespace"
        if [ -n "$bundle" ]; then take_bundle "$bundle"; fi
        take_through 'the container, as the CRI knows it' hide_json crictl inspect "$subject"
        if [ -z "$bundle" ]; then take_through 'the spec of the container' hide_json ctr -n "${namespace:-default}" containers info --spec "$subject"; fi
        take_journal "$subject"
        ;;
      pod)
        take_through 'the pod' hide_json kubectl get pod -n "$namespace" "$subject" -o json
        take 'the events of the pod' kubectl get events -n "$namespace" --field-selector "involvedObject.name=$subject"
        names=$subject
        if has crictl; then
          for id in $(limited "$seconds" crictl pods --namespace "$namespace" --name "$subject" -q 2>/dev/null | head -n 2); do
            case $id in *[!0-9a-f]*) continue ;; esac
            names="$names$line_end$id"
            take_through 'the sandbox of the pod' hide_json crictl inspectp "$id"
            find_task "$id" k8s.io
            for part in $(limited "$seconds" crictl ps -a --pod "$id" -q 2>/dev/null | head -n 4); do
              case $part in *[!0-9a-f]*) continue ;; esac
              names="$names$line_end$part"
              take_through 'a container of the pod' hide_json crictl inspect "$part"
              find_task "$part" k8s.io
            done
          done
        fi
        if [ -n "$bundle" ]; then take_bundle "$bundle"; fi
        take_journal "$names"
        ;;
      docker)
        take_through 'the container, as Docker knows it' hide_json docker inspect --type container -- "$subject"
        id=$(printf '%s' "${output:-}" | values_at '*.Id' | first_line)
        if [ -n "$id" ]; then find_task "$id" moby; fi
        if [ -n "$bundle" ]; then take_bundle "$bundle"; fi
        take_journal "$subject$line_end$id"
        ;;
      podman)
        take_through 'the container, as Podman knows it' hide_json podman inspect --type container -- "$subject"
        config=$(printf '%s' "${output:-}" | values_at '*.OCIConfigPath' | first_line)
        case $config in /*/config.json) bundle=${config%/config.json}; take_bundle "$bundle" ;; *) config='' ;; esac
        take_journal "$subject"
        ;;
    esac
    case $mode in container | pod)
      take_through 'the configuration of containerd' keep_toml containerd config dump
      take_through 'what the CRI supports' hide_json crictl info
      ;;
    esac
    case $mode in pod) take_through 'the configuration of the kubelet' keep_kubelet cat /var/lib/kubelet/config.yaml ;; esac
    case $mode in docker) take_through 'what Docker tells of itself' keep_info docker info ;; esac
    case $mode in podman | rootless) take 'what Podman tells of itself' podman info ;; esac
    take_host
    take_through 'the subordinate IDs' hide_owners grep . /etc/subuid /etc/subgid
    if [ "$me" != 0 ] || [ "$mode" = rootless ]; then take_user; fi
    case $mode in
      docker) take_versions runc crun docker containerd ;;
      podman) take_versions runc crun podman conmon ;;
      rootless) take_versions runc crun podman rootlesskit nerdctl ;;
      pod) take_versions runc crun containerd kubelet crictl ;;
      container) take_versions runc crun containerd ;;
      *) take_versions runc crun youki ;;
    esac
    take_paths_of_config
    take_through 'the mounts' keep_mounts cat /proc/self/mountinfo
    take_denials
  }

  send() {
    case $url in
      http://?* | https://?*) ;;
      *) fail "--upload wants an address that begins with http:// or https://" 2 ;;
    esac
    address=${url%/}/api/cases
    if [ -z "$sure" ]; then
      printf 'Send %s to %s? [y/N] ' "$out" "$address"
      answer=''
      # Without a terminal nobody can say yes.
      if [ -t 0 ]; then read -r answer; else printf '\n'; fi
      case $answer in
        y | Y | yes | Yes | YES) ;;
        *) printf 'Nothing was sent.\n'; return 0 ;;
      esac
    fi
    if has curl; then
      said=$(curl -sS --max-time 120 -F 'files=@-;filename=collected.txt;type=text/plain' -- "$address" <"$out")
    elif has wget; then
      said=$(wget -q -T 120 -O - --header='Content-Type: text/plain' --post-file="$out" -- "$address")
    else
      fail 'neither curl nor wget is installed: nothing was sent' 3
    fi
    link=$(printf '%s\n' "$said" | sed -n 's/^{"id":"[^"]*","url":"\([A-Za-z0-9:/._~%?&=-]*\)".*/\1/p')
    token=$(printf '%s\n' "$said" | sed -n 's/^{"id":"[^"]*","url":"[^"]*","manageToken":"\([A-Za-z0-9._~-]*\)".*/\1/p')
    if [ -z "$link" ]; then fail 'the bundle was not accepted; it is kept in the file' 3; fi
    printf 'The case: %s\n' "$link"
    if [ -n "$token" ]; then printf 'To delete it: curl -X DELETE -H '\''Authorization: Bearer %s'\'' %s/%s\n' "$token" "$address" "${link##*/}"; fi
  }

  while [ "$#" -gt 0 ]; do
    case $1 in
      --bundle | --container | --pod | --docker | --podman)
        if [ "$#" -lt 2 ] || [ -z "$2" ]; then usage; exit 2; fi
        mode=${1#--} subject=$2
        shift 2
        ;;
      --rootless) mode=${mode:-rootless}; shift ;;
      --namespace | -o | --upload | --wait)
        if [ "$#" -lt 2 ] || [ -z "$2" ]; then usage; exit 2; fi
        case $1 in --namespace) namespace=$2 ;; -o) out=$2 ;; --upload) url=$2 ;; --wait) patience=$2 ;; esac
        shift 2
        ;;
      --yes) sure=yes; shift ;;
      --help | -h) usage; exit 0 ;;
      --) shift; break ;;
      *) usage; exit 2 ;;
    esac
  done
  case $mode in
    '') usage; exit 2 ;;
    bundle)
      bundle=$(absolute "$subject") || fail 'there is no such directory' 2
      bundle=${bundle%.}
      ;;
    pod)
      case $subject in
        */*) namespace=${subject%%/*} subject=${subject#*/} ;;
        *) namespace=${namespace:-default} ;;
      esac
      ;;
  esac
  case $subject in -*) if [ "$mode" != bundle ]; then fail 'a name does not begin with a dash' 2; fi ;; esac
  case $patience in '' | *[!0-9]*) usage; exit 2 ;; esac

  # A user's PATH often lacks the programs of the system.
  case ${PATH:-} in *sbin*) ;; *) PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin ;; esac
  me=$(id -u 2>/dev/null) || me=''
  who=$(id -un 2>/dev/null) || who=''
  case $who in '' | [!a-z_]* | *[!A-Za-z0-9_.-]*) who=user ;; esac
  if [ "$me" = 0 ]; then sign='#'; else sign='$'; fi
  here=$(pwd)
  walked=$bundle
  names=''

  if [ -z "$out" ]; then
    stamp=$(date +%Y%m%d-%H%M%S 2>/dev/null) || stamp=$$
    out=userns-doctor-$stamp.txt
  fi
  case $out in /*) ;; *) out=$here/$out ;; esac
  # noclobber opens with O_EXCL: neither a file nor a link that is there is written to.
  set -C
  { exec 3>"$out"; } 2>/dev/null || fail 'the file for the bundle exists, or cannot be written' 2
  set +C

  if [ "$#" -gt 0 ]; then
    if [ -n "$bundle" ]; then config=$bundle/config.json; fi
    take_start "$@"
  fi
  LC_ALL=C
  export LC_ALL
  gather
  exec 3>&-

  printf '\nTaken into %s (readable by you alone):\n%s' "$out" "$taken"
  if [ -n "$missed" ]; then printf 'Not taken:\n%s' "$missed"; fi
  if [ -n "$url" ]; then send; else printf 'Nothing was sent. Read it, then paste or drop it on the page.\n'; fi
}

collect_evidence "$@"
