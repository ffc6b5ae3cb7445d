/** Why a document is not read, in Simplified Chinese. */
export const zh = {
  binary: '它是二进制文件，不是文本',
  large: '它太大了',
  emptyArchive: '它是空的归档',
  damagedArchive: '它是损坏的归档',
  largeArchive: '归档解包后超过 {count} 字节',
  manyMembers: '归档中的成员超过 {count} 个',
  nested: '它是归档中的归档，不会打开',
  notFollowed: '它是 {type}，不会跟随',
  credentials: '它看起来是{what}，因此既没有读取也没有存储；如果还发送到了别处，请更换其中的内容',
  credentialsHere: '它看起来是{what}，因此没有发送；如果还发送到了别处，请更换其中的内容',
  docker: ' Docker 凭据文件',
  kubeconfig: ' kubeconfig 文件',
  serviceAccount: '服务账号密钥',
  terraform: ' Terraform 状态文件',
  netrc: ' .netrc 文件',
  privateKey: '私钥',
} as const;
