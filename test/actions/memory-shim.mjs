// Loaded into an action: says at its end how much memory it had at most. resourceUsage() would count its parent's.
import { readFileSync } from 'node:fs'
import process from 'node:process'

process.on('exit', () => {
  const [, most] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  process.stderr.write(`peak memory ${most} KiB\n`)
})
