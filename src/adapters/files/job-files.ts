import { constants } from 'node:fs'
import { type FileHandle, mkdtemp, open, realpath, writeFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { Files } from '../../ports/files.ts'

/** Files below the runner's temporary folder and, to read, below the workspace. */
export function jobFiles(folders: { readonly workspace: string; readonly temp: string }): Files {
  const temporaryFolder = () => mkdtemp(join(folders.temp, 'release-actions-'))
  return {
    temporaryFolder,
    async writeTemporary(name, bytes) {
      if (!/^[\w.+-]+$/.test(name) || /^\.+$/.test(name))
        throw new Failure('bad-name', 'a file name must be letters, digits, dots and hyphens')
      const path = join(await temporaryFolder(), name)
      await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
      return path
    },
    read: (path, maxBytes) => readInside(folders.workspace, path, maxBytes),
  }
}

async function readInside(workspace: string, path: string, maxBytes: number): Promise<string> {
  const handle = await openInside(workspace, path)
  try {
    return await readBounded(handle, path, maxBytes)
  } finally {
    await handle.close()
  }
}

/** Open a regular file inside the workspace, to read; the caller closes it. @throws Failure `absent` or `outside`. */
export async function openInside(workspace: string, path: string): Promise<FileHandle> {
  const root = await realpath(workspace)
  const real = await realpath(resolve(root, path)).catch((cause: unknown) => {
    throw new Failure('absent', `the file ${path} does not exist`, '', { cause })
  })
  const inside = relative(root, real)
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw outside(path)
  // NOFOLLOW: the path was resolved, what is a link now was put there since. NONBLOCK: a FIFO must not hold the job.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const handle = await open(real, flags).catch((cause: unknown) => {
    throw new Failure('absent', `the file ${path} cannot be read`, '', { cause })
  })
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw outside(path)
}

async function readBounded(handle: FileHandle, path: string, maxBytes: number): Promise<string> {
  const buffer = Buffer.alloc(maxBytes + 1)
  let length = 0
  for (let read = -1; read !== 0 && length < buffer.length; length += read)
    read = (await handle.read(buffer, length, buffer.length - length)).bytesRead
  if (length > maxBytes)
    throw new Failure('too-large', `the file ${path} is larger than ${maxBytes} bytes`)
  return buffer.toString('utf8', 0, length)
}

function outside(path: string): Failure {
  return new Failure('outside', `${path} is no file inside the workspace`, 'Name a file of it')
}
