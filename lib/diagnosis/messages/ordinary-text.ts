/** What loggers write all day, one of each sort: blocks of three letters that stand here stand nearly everywhere. */
export const ordinaryText = [
  'time="2026-03-01T10:00:00.123456789Z" level=info msg="event published" ns=k8s.io topic=/tasks/exit type=containerd.events.TaskExit id=0123456789abcdef',
  'time="2026-03-01T10:00:00Z" level=debug msg="container with ID: not found in list" func=main level=warning msg="failed to load plugin" error="not configured"',
  'Mar 19 20:59:30 node1 kubelet[1234]: I0402 10:11:12.123456    1234 reconciler.go:224] "operationExecutor.VerifyControllerAttachedVolume started for volume" pod="default/web"',
  'Mar 19 20:59:30 node1 systemd[1]: Started Session 12 of User app. Stopping container libcontainer container. Created slice /system.slice/docker.service',
  '{"level":"info","ts":"2026-03-01T10:00:00Z","logger":"controller","msg":"Reconciling","namespace":"default","name":"web","error":null}',
  '2026-03-01T10:00:00.123456789Z stdout F GET /healthz 200 OK HTTP/1.1 RunPodSandbox for &PodSandboxMetadata{Name:web,Uid:,Namespace:default,Attempt:0,} returns sandbox id',
  '[   12.345678] audit: type=1400 kernel: eth0: link becomes ready, process running command /usr/bin/program with file /var/lib/containers/storage/overlay',
].join('\n');
