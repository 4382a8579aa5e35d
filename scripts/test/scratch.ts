/** Where the tests write. They make and remove a hundred thousand small files, which a disk is slow at. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** Ten times of what a whole run holds at once. */
const ROOM_BYTES = 2 * 1024 ** 3

/** Makes an empty folder, in memory where that has the room and lets files be run, else among the temporary files. The caller removes it. */
export function scratchFolder(name: string): string {
  if (hasRoom(MEMORY)) {
    const folder = mkdtempSync(join(MEMORY, name))
    if (runsFiles(folder)) return folder
    rmSync(folder, { recursive: true })
  }
  return mkdtempSync(join(tmpdir(), name))
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return Math.min(bavail * bsize, freemem()) > ROOM_BYTES
  } catch {
    return false
  }
}

function runsFiles(folder: string): boolean {
  const file = join(folder, 'true')
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 })
  const { status } = spawnSync(file)
  rmSync(file)
  return status === 0
}
