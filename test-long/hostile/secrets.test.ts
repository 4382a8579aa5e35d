import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { allActions, runAll } from '../../test/actions/all-actions.ts'
import { serve } from '../../test/actions/server.ts'
import { CANARY_TOKEN, DEBUG, echoes, hits, placesOf } from '../../test/hostile/canary.ts'

// Each test starts as many processes as there are actions.
jest.setTimeout(180_000)

const ECHOES = echoes(CANARY_TOKEN)

test.each(Object.keys(ECHOES))(
  '[C-84] GitHub gives back the token in %s: no action shows it in any spelling',
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'canary-'))
    const files = ['STATE', 'ENV', 'PATH'].map((file) => join(folder, file))
    for (const file of files) writeFileSync(file, '')
    const [GITHUB_STATE = '', GITHUB_ENV = '', GITHUB_PATH = ''] = files
    const env = { ...DEBUG, GITHUB_STATE, GITHUB_ENV, GITHUB_PATH }
    try {
      await using github = await serve(ECHOES[name] ?? (() => {}))
      const rows = allActions().map((action) => ({
        action,
        options: { github: github.url, env, inputs: { ...action.good, token: CANARY_TOKEN } },
      }))
      for (const { action, run } of await runAll(rows)) {
        expect([action.name, ...hits(CANARY_TOKEN, placesOf(run))]).toEqual([action.name])
        expect([action.name, run.exit, run.outputs.verdict]).toEqual([
          action.name,
          1,
          'inconclusive',
        ])
        expect(run.log).toContain(`::add-mask::${CANARY_TOKEN.replaceAll('%', '%25')}\n`)
      }
      expect(github.seen.length).toBeGreaterThan(0)
      const headers = github.seen.map((request) => JSON.stringify(request.headers))
      expect(headers.every((one) => one.includes(JSON.stringify(CANARY_TOKEN).slice(1, -1)))).toBe(
        true,
      )
      expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(['', '', ''])
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
