/** One process at a time in one folder: a directory `lock` that holds the owner's process id. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Runs `work` while no other process holds the lock of this folder; a lock whose owner is gone is taken over. */
export async function locked(tools, work) {
  mkdirSync(tools, { recursive: true })
  const lock = join(tools, 'lock')
  await take(tools, lock)
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

async function take(tools, lock) {
  let told = false
  while (!tryTake(tools, lock)) {
    const owner = ownerOf(lock)
    if (owner === undefined || !isAlive(owner)) {
      removeStale(tools, lock, owner)
      continue
    }
    if (!told)
      process.stdout.write(`set-up: waiting for process ${owner.pid}, which does the same\n`)
    told = true
    await delay(200)
  }
}

/** The folder is made elsewhere and renamed, so that a lock never exists without its owner's id. */
function tryTake(tools, lock) {
  const made = mkdtempSync(join(tools, 'lock-'))
  writeFileSync(
    join(made, 'owner'),
    JSON.stringify({ pid: process.pid, start: startOf(process.pid) }),
  )
  try {
    renameSync(made, lock)
    return true
  } catch {
    rmSync(made, { recursive: true, force: true })
    return false
  }
}

function ownerOf(lock) {
  try {
    return JSON.parse(readFileSync(join(lock, 'owner'), 'utf8'))
  } catch {
    return undefined
  }
}

/** Two may see the same dead owner: who moved a living one's lock away puts it back. */
function removeStale(tools, lock, seen) {
  const aside = join(tools, `lock-stale-${process.pid}`)
  try {
    renameSync(lock, aside)
    const moved = ownerOf(aside)
    if (moved !== undefined && moved.pid !== seen?.pid && isAlive(moved)) renameSync(aside, lock)
    else rmSync(aside, { recursive: true, force: true })
  } catch {
    // Somebody else was faster: the next round looks again.
  }
}

/** A process id comes back after a restart: its start time tells the two apart where /proc has it. */
function isAlive({ pid, start }) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  return start === startOf(pid)
}

function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
