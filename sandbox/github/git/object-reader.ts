import { spawn } from 'node:child_process'
import { gitEnvironment } from './run.ts'

/** An object as git has it. */
export interface GitObject {
  readonly oid: string
  readonly type: string
  readonly bytes: Buffer
}

/** Reads objects by any name that git understands. */
export interface ObjectReader {
  /** The object, or undefined when the name leads nowhere. */
  read(name: string): Promise<GitObject | undefined>
  /** Ends git and waits for its end; later reads find nothing. */
  close(): Promise<void>
}

/** Keeps one `git cat-file --batch` per repository: a new process a read would cost 10 ms each. */
export function openObjectReader(gitDir: string): ObjectReader {
  let batch: Batch | undefined
  let isClosed = false
  return {
    read(name) {
      if (isClosed || name.includes('\n')) return Promise.resolve(undefined)
      batch ??= startBatch(gitDir, () => {
        batch = undefined
      })
      return batch.ask(name)
    },
    async close() {
      isClosed = true
      await batch?.end()
    },
  }
}

interface Batch {
  ask(name: string): Promise<GitObject | undefined>
  end(): Promise<void>
}

function startBatch(gitDir: string, onEnd: () => void): Batch {
  const waiting: ((object: GitObject | undefined) => void)[] = []
  const answers = answerReader((object) => waiting.shift()?.(object))
  const child = spawn('git', ['--git-dir', gitDir, 'cat-file', '--batch'], {
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  }).then(() => {
    onEnd()
    for (const resolve of waiting.splice(0)) resolve(undefined)
  })
  child.stdout.on('data', answers)
  child.stdin.on('error', () => undefined)
  return {
    ask(name) {
      child.stdin.write(`${name}\n`)
      return new Promise((resolve) => waiting.push(resolve))
    },
    end() {
      child.stdin.end()
      return ended
    },
  }
}

/** Cuts git's output into answers: `oid type size`, a line break, the bytes, a line break. */
function answerReader(onAnswer: (object: GitObject | undefined) => void) {
  let chunks: Buffer[] = []
  let missing = 1
  return (chunk: Buffer) => {
    chunks.push(chunk)
    missing -= chunk.length
    if (missing > 0) return
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks)
    let answer = parseAnswer(rest)
    while (answer.missing === 0) {
      rest = rest.subarray(answer.length)
      onAnswer(answer.object)
      answer = parseAnswer(rest)
    }
    chunks = [rest]
    missing = answer.missing
  }
}

/** The first answer in the bytes, or how many bytes of it are still missing (at least). */
function parseAnswer(bytes: Buffer) {
  const lineEnd = bytes.indexOf('\n')
  if (lineEnd === -1) return { missing: 1, length: 0, object: undefined }
  const header = bytes.subarray(0, lineEnd).toString('utf8')
  const [, oid, type, size] = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(header) ?? []
  if (oid === undefined || type === undefined) {
    return { missing: 0, length: lineEnd + 1, object: undefined }
  }
  const start = lineEnd + 1
  const end = start + Number(size)
  if (bytes.length <= end) return { missing: end + 1 - bytes.length, length: 0, object: undefined }
  const object = { oid, type, bytes: Buffer.from(bytes.subarray(start, end)) }
  return { missing: 0, length: end + 1, object }
}
