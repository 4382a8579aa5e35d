/** A copy of the project in which something can be broken, and its tests run there. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testsIn } from '../../scripts/test/named-tests.ts'
import { home } from '../../test/house/tree.ts'

const COPIED = ['.github', 'action.yml', 'actions', 'docs', 'examples', 'package.json', 'README.md']
const CODE = ['sandbox', 'schema', 'scripts', 'src', 'test', 'test-long']
const LINKED = ['node_modules', '.tools']
const TESTS = '<rootDir>/test{,-long}/**/*.test.ts'
const NODE = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']

/** The tests of a row that ran, by their titles. */
export interface Ended {
  readonly green: readonly string[]
  readonly red: readonly string[]
  /** What jest printed, for whoever has to find out why. */
  readonly said: string
}

/** Files of the project in a folder of their own, where one of them can be made wrong. */
export interface SourceCopy extends Disposable {
  readonly root: string
  /** Put another text into a file until this is disposed. @throws Error where the text does not stand there once. */
  replace(file: string, from: string, to: string): Disposable
}

export interface Copy extends SourceCopy {
  /** Run the tests of these rows in these files. */
  run(rows: readonly string[], files: readonly string[]): Promise<Ended>
}

/** Copies these files and folders; packages and tools are those of the project. */
export function copyOf(names: readonly string[]): SourceCopy {
  const root = mkdtempSync(join(tmpdir(), 'planted-'))
  for (const name of names) cpSync(join(home, name), join(root, name), { recursive: true })
  for (const name of LINKED) symlinkSync(join(home, name), join(root, name))
  return {
    root,
    replace(file, from, to) {
      const path = join(root, file)
      const good = readFileSync(path, 'utf8')
      const parts = good.split(from)
      if (parts.length !== 2)
        throw new Error(`${file}: ${parts.length - 1} times, not once: ${from}`)
      writeFileSync(path, parts.join(to))
      return { [Symbol.dispose]: () => writeFileSync(path, good) }
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** All that its tests need. */
export function copyOfProject(): Copy {
  const copy = copyOf([...COPIED, ...CODE])
  return { ...copy, run: (rows, files) => runJest(copy.root, rows, files) }
}

async function runJest(
  root: string,
  rows: readonly string[],
  files: readonly string[],
): Promise<Ended> {
  const json = join(root, 'results.json')
  rmSync(json, { force: true })
  const report = ['--json', `--outputFile=${json}`]
  const jest = ['node_modules/jest/bin/jest.js', '--maxWorkers=2', '--testMatch', TESTS, ...report]
  const chosen = ['-t', `\\[(${rows.join('|')})\\]`, '--runTestsByPath', ...files]
  const { RELEASE_ACTIONS_DIST: _, ...env } = process.env
  const child = spawn(process.execPath, [...NODE, ...jest, ...chosen], {
    ...{ cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child, 'close')
  const ran = testsIn(root, readFileSync(json, 'utf8')).filter(({ title }) =>
    rows.some((row) => title.includes(`[${row}]`)),
  )
  const titles = (wanted: boolean) =>
    ran.filter(({ passed }) => passed === wanted).map(({ title }) => title)
  return { green: titles(true), red: titles(false), said }
}
