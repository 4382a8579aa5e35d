#!/usr/bin/env node
import { oldNode } from './old-node.ts'

const problem = oldNode(process.versions.node)
if (problem === undefined) await import('./run.ts')
else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 3
}
