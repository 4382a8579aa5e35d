import { expect, test } from '@jest/globals'
import { called, dispatched, outputs, results, runTrees, showing, suiteFile } from './rig.ts'

test('inputs keep their types over calls, and absent ones are empty by type', async () => {
  const seen = {
    text: 'inputs.text',
    hyphen: "inputs['a-b']",
    yes: "inputs.yes && 'ran' || 'not'",
    no: "inputs.no && 'ran' || 'not'",
    sum: 'inputs.count == 42 && inputs.count < 100',
    none: "format('{0}|{1}|{2}', inputs.absent-text, inputs.absent-number, inputs.absent-flag)",
    typed: "toJSON(inputs.absent-number) == '0' && toJSON(inputs.absent-flag) == 'false'",
    given: 'inputs.standard',
    literal: "'it''s inputs.text and }}'",
    foreign: 'inputs.nobody-declared-this',
  }
  const declared = `    inputs:
      text: { type: string }
      a-b: { type: string }
      yes: { type: boolean }
      no: { type: boolean, default: true }
      count: { type: number }
      absent-text: { type: string }
      absent-number: { type: number }
      absent-flag: { type: boolean }
      standard: { type: string, default: "of \${{ github.repository }}" }
`
  const down = `
    with:
      text: "\${{ inputs.text }}"
      a-b: "x-\${{ inputs.a-b }}"
      yes: "\${{ inputs.yes }}"
      no: "\${{ inputs.no }}"
      count: "\${{ inputs.count }}"
`
  const run = await runTrees(
    {
      consumer: {
        'main.yml': dispatched(
          `  c:\n    uses: ${suiteFile('one.yml')}${down}`,
          `    inputs: { text: { type: string }, a-b: { type: string }, yes: { type: boolean }, no: { type: boolean }, count: { type: number } }`,
        ),
      },
      suite: {
        'one.yml': called(
          `  n:\n    uses: $/.github/workflows/two.yml${down}`,
          `    inputs: { text: { type: string }, a-b: { type: string }, yes: { type: boolean }, no: { type: boolean }, count: { type: number } }`,
        ),
        'two.yml': called(`  leaf:${showing(seen)}`, declared),
      },
    },
    {
      inputs: {
        text: `it's\n\${{ github.actor }} }}`,
        'a-b': 'y',
        yes: true,
        no: false,
        count: 42,
      },
    },
  )
  expect(outputs(run, 'c / n / leaf')).toEqual({
    text: `it's\n\${{ github.actor }} }}`,
    hyphen: 'x-x-y',
    yes: 'ran',
    no: 'not',
    sum: 'true',
    none: '|0|false',
    typed: 'true',
    given: 'of acme/checkout-service',
    literal: "it's inputs.text and }}",
    foreign: '',
  })
})

test('a value of the wrong type that shows only in the run fails the call', async () => {
  const run = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  first:${showing({ flag: "'true'", number: "'4'" })}
  text: { needs: first, uses: ${suiteFile('flag.yml')}, with: { flag: "\${{ needs.first.outputs.flag }}" } }
  parsed: { needs: first, uses: ${suiteFile('flag.yml')}, with: { flag: "\${{ fromJSON(needs.first.outputs.flag) }}" } }
  count: { needs: first, uses: ${suiteFile('count.yml')}, with: { count: "\${{ needs.first.outputs.number }}" } }
`),
    },
    suite: {
      'flag.yml': called(
        '  j: { runs-on: x, steps: [{ run: ":" }] }',
        '    inputs: { flag: { type: boolean } }',
      ),
      'count.yml': called(
        '  j: { runs-on: x, steps: [{ run: ":" }] }',
        '    inputs: { count: { type: number } }',
      ),
    },
  })
  expect(results(run)).toEqual({
    first: 'success',
    'text / j': 'skipped',
    'parsed / j': 'success',
    'count / j': 'skipped',
  })
  expect(run.conclusion).toBe('failure')
  expect(run.annotations.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('wrong type: flag'),
  )
})

test('a called file sees the secrets it is passed and no others', async () => {
  const seen = {
    alpha: "secrets.ALPHA == 'first-secret'",
    beta: "secrets.BETA == 'second-secret'",
    mapped: "secrets['MAPPED'] == 'second-secret'",
    token: "github.token != '' && secrets.GITHUB_TOKEN == github.token",
  }
  const leaf = (): string =>
    called(`  leaf:${showing(seen)}`, '    secrets: { ALPHA: {}, MAPPED: {} }')
  const inherits = (): string =>
    called(
      '  n: { uses: $/.github/workflows/leaf.yml, secrets: inherit }',
      '    secrets: { ALPHA: {}, MAPPED: {} }',
    )
  const run = await runTrees(
    {
      consumer: {
        'main.yml': dispatched(`
  top:${showing(seen)}
  mapped: { uses: ${suiteFile('leaf.yml')}, secrets: { MAPPED: "\${{ secrets.BETA }}" } }
  below: { uses: ${suiteFile('inherits.yml')}, secrets: { ALPHA: "\${{ secrets.ALPHA }}" } }
  nothing: { uses: ${suiteFile('inherits.yml')} }
`),
      },
      suite: { 'leaf.yml': leaf(), 'inherits.yml': inherits() },
    },
    { secrets: { ALPHA: 'first-secret', BETA: 'second-secret' } },
  )
  const token = 'true'
  expect(outputs(run, 'top')).toEqual({ alpha: 'true', beta: 'true', mapped: 'false', token })
  expect(outputs(run, 'mapped / leaf')).toEqual({
    alpha: 'false',
    beta: 'false',
    mapped: 'true',
    token,
  })
  expect(outputs(run, 'below / n / leaf')).toEqual({
    alpha: 'true',
    beta: 'false',
    mapped: 'false',
    token,
  })
  expect(outputs(run, 'nothing / n / leaf')).toEqual({
    alpha: 'false',
    beta: 'false',
    mapped: 'false',
    token,
  })
})
