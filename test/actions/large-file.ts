/** Files that are too large to be kept in memory, sent piece by piece. */
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Run } from './run-action.ts'

const PIECE = Buffer.alloc(1024 * 1024, 'x')

export interface LargeFile {
  readonly size: number
  /** 64 hex digits. */
  readonly sha256: string
  /** Answers with the file, or loses the connection after so many MiB of it. */
  send(response: ServerResponse, cutAfter?: number): void
}

/** A file of this size in MiB. */
export function largeFile(mebibytes: number): LargeFile {
  const hash = createHash('sha256')
  for (let i = 0; i < mebibytes; i++) hash.update(PIECE)
  return {
    size: mebibytes * PIECE.length,
    sha256: hash.digest('hex'),
    send(response, cutAfter = mebibytes) {
      pour(response, cutAfter, () => (cutAfter < mebibytes ? response.destroy() : response.end()))
    },
  }
}

/** Sends without end, as fast as it is taken. */
export function endless(response: ServerResponse): void {
  pour(response, Number.POSITIVE_INFINITY, () => {})
}

function pour(response: ServerResponse, pieces: number, end: () => void): void {
  let left = pieces
  const more = () => {
    while (!response.destroyed && left > 0) {
      left -= 1
      if (!response.write(PIECE)) return
    }
    if (left <= 0) end()
  }
  response.on('drain', more)
  more()
}

/** Environment of an action whose log says its peak memory. */
export const MEASURED = {
  NODE_OPTIONS: `--import=${join(import.meta.dirname, 'memory-shim.mjs')}`,
}

/** MiB that a run had at most in memory. */
export function peakOf({ log }: Pick<Run, 'log'>): number {
  return Number(/^peak memory (\d+) KiB$/m.exec(log)?.[1] ?? Number.NaN) / 1024
}
