import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'

/**
 * A `.tgz` with all files below the folder `top`. The same files give the same bytes: sorted names,
 * no times, no owner, fixed modes.
 */
export async function packTarball(top, files) {
  const names = [...files.keys()].sort()
  const entries = names.map((name) => {
    const data = files.get(name)
    return { header: { name: `${top}/${name}`, size: data.length, ...ANONYMOUS }, data }
  })
  const tar = await packTar(entries)
  return gzipSync(tar, { level: 9 })
}

const ANONYMOUS = { mtime: new Date(0), mode: 0o644, uid: 0, gid: 0, uname: '', gname: '' }
