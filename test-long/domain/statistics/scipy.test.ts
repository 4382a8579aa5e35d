import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { ORACLES } from '../../../scripts/conformance/known.ts'
import { more } from './more.ts'

const home = resolve(import.meta.dirname, '../../..')
const tools = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}') as { python3?: string }
const seed = Number(process.env.RELEASE_ACTIONS_SEED ?? 1)
const SEEDS = 4

type Rows = Readonly<Record<string, readonly { readonly id: string }[]>>

async function rowsOf(nth: number): Promise<Rows> {
  const path = [join(home, '.tools/scipy'), process.env.PYTHONPATH ?? ''].join(':')
  const { stdout } = await promisify(execFile)(
    tools.python3 ?? 'python3',
    [join(import.meta.dirname, 'oracle.py'), String(nth)],
    { env: { ...process.env, PYTHONPATH: path }, maxBuffer: 2 ** 26 },
  )
  return JSON.parse(stdout) as Rows
}

test.each(Array.from({ length: SEEDS }, (_, i) => seed + i))(
  'SciPy, asked with seed %i, agrees on every function',
  async (nth) => {
    const rows = await rowsOf(nth)
    expect(Object.keys(rows).sort()).toEqual(
      [...Object.keys(ORACLES).map((file) => file.replace('.json', '')), 'more'].sort(),
    )
    const wrong = Object.entries(rows).flatMap(([file, list]) => {
      const check = file === 'more' ? more : ORACLES[`${file}.json`]
      return list.flatMap((row) => (check?.(row) ?? []).map((text) => `${file} ${row.id}: ${text}`))
    })
    expect(wrong).toEqual([])
    expect(Object.values(rows).flat().length).toBeGreaterThan(1000)
  },
)
