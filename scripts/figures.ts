/** `npm run figures`: cold start of every bundle, and how many requests each action sends on its happy path. */
import { resolve } from 'node:path'
import { coldStart } from './figures/cold-start.ts'
import { happyRelease } from './figures/happy-release.ts'
import { provenance } from './figures/machine.ts'
import { filesIn } from './files.ts'

const root = resolve(import.meta.dirname, '..')

async function figures(): Promise<void> {
  console.log((await provenance(root)).join('\n'))
  console.log((await coldStart(root)).join('\n'))
  console.log('')
  console.log((await happyRelease(root)).join('\n'))
}

if (filesIn(resolve(root, 'dist'), '*/index.js').length > 0) await figures()
else {
  console.error('dist/ has no bundle yet: run npm run build')
  process.exitCode = 1
}
