/** Sentences that belong to no single cause: ranking, asks, verdicts, fixes. One table per language. */
export const generalWords = {
  en: {
    // fixes
    command: '{command}',
    byHand: '# {what}',
    placeholder: 'Put your own value where `<...>` stands; the evidence does not hold it.',
    barredPath: 'No command is built for `{path}`: it belongs to the system, or is no plain absolute path.',

    // why a finding is as sure as it is
    becauseShown: 'the evidence shows it',
    becauseLineUnknown: 'the fault is shown, but the line that failed is not one we know',
    becauseOtherFailure: 'the fault is shown, but it does not by itself explain the line that failed',
    becauseSupported: 'it explains the failure, and something besides the failure speaks for it',
    becauseEliminated: 'the other causes of this failure are ruled out',
    becauseCommonest: 'the commonest cause of this failure; the evidence leaves others open',
    becauseUndecided: 'it explains the failure; what would prove it was not given',
    becauseAlso: 'the evidence does not rule it out',
    becauseNext: 'shown by the evidence; you meet it next',
    becauseWeakens: 'it does not stop the start',

    // verdicts
    summaryCertain: '{cause}. {fix}.',
    summaryLikely: 'Most likely: {cause}. {fix}.',
    summaryPossible: 'Possibly: {cause}. One question decides: {ask}.',
    summaryPossibleUnasked: 'Possibly: {cause}.',
    summaryStarted: 'Nothing here stops this container: its process was seen to start.',
    summarySound: 'Nothing in this config stops a container with a user namespace. The host was not looked at.',
    summaryUnrelated: '{symptom} This has nothing to do with user namespaces.',
    summaryUnknownLine: 'Something failed, and nothing known explains the line. Bring what is asked for below.',
    summaryNothing: 'The evidence shows neither a failure nor a complete start.',
    failureSeen: '{symptom}',
    failureUnknown: 'No known message explains this line.',

    // how far the start got
    'passed-admit-pod': 'The pod was accepted.',
    'passed-allocate-ids': 'A range of IDs was given out.',
    'passed-unpack-image': 'The image was unpacked.',
    'passed-read-config': 'The config was read and accepted.',
    'passed-create-namespaces': 'The user namespace was created.',
    'passed-write-id-maps': 'The ID maps were written.',
    'passed-prepare-rootfs': 'The rootfs was reached.',
    'passed-mount': 'The mounts were made.',
    'passed-finish-isolation': 'The isolation was finished.',
    'passed-start-process': 'The process was executed.',
    'passed-run': 'The container ran.',

    // asks
    askConfig: 'The config.json of the container',
    askFailure: 'The complete output of the failed start',
    askFailureDebug: 'The same start once more, with debug output',
    askRootfsPath: 'What root.path says',
    askLauncher: 'How the container is started: through containerd (ctr, CRI) or by runc or crun itself',
    askNamespaces: 'Which namespaces the config asks for',
    askMaps: 'The uid and gid maps of the container',
    askMounts: 'The mounts of the config',
    askProcess: 'The process section of the config: args, user, cwd',
    askRuntime: 'The version of the runtime',
    askBundle: 'The directory of the bundle',
    askFiles: 'Owner and mode of `{path}` and of every directory above it',
    askFilesUnnamed: 'Owner and mode of the rootfs and of every directory above it',
    askCaller: 'Who starts the runtime',
    askSubids: 'The ranges that /etc/subuid and /etc/subgid grant',
    askSysctls: 'The kernel settings that gate user namespaces',
    askVersions: 'Kernel and distribution',
    askHostMounts: 'What is mounted where the runtime runs',
    askOuterMap: 'Which IDs exist where the runtime runs',
    askSeccomp: 'Whether a seccomp filter is in force where the runtime runs',
    askChroot: 'Whether the runtime runs in a chroot',
    askPod: 'The manifest of the pod',
    askDenials: 'What the kernel log says of refused accesses',

    // limits
    limitOtherConfig: '`{document}` holds another config; `{used}` was used.',
    limitSeveralFailures: 'Several failures are shown; the last one that nothing else explains was diagnosed.',
    limitNoHost: 'No host facts were given, so owners, modes and kernel settings were not checked.',
  },
} as const;
