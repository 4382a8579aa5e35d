/** `npm run figures`: cold start of every bundle, and how many requests each action sends on its happy path. */
import { cpus, release, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { runCommand } from './command.ts'
import { coldStart } from './figures/cold-start.ts'
import { happyRelease } from './figures/happy-release.ts'
import { filesIn } from './files.ts'

const root = resolve(import.meta.dirname, '..')
const git = async (...args: string[]) =>
  (await runCommand('git', args, { cwd: root })).stdout.trim()

async function figures(): Promise<void> {
  const changed = (await git('status', '--porcelain')) === '' ? '' : ' with changes'
  const [cpu] = cpus()
  console.log(`commit ${(await git('rev-parse', '--short', 'HEAD')) || 'none yet'}${changed}`)
  console.log(
    `machine ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.version}`,
  )
  console.log((await coldStart(root)).join('\n'))
  console.log('')
  console.log((await happyRelease(root)).join('\n'))
}

if (filesIn(resolve(root, 'dist'), '*/index.js').length > 0) await figures()
else {
  console.error('dist/ has no bundle yet: run npm run build')
  process.exitCode = 1
}
