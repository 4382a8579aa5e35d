import { expect, test } from '@jest/globals'
import { SINKS } from '../../test/hostile/sinks.ts'
import { texts } from '../../test/hostile/texts.ts'

const SEED = Number(process.env.RELEASE_ACTIONS_SEED ?? 2)

/** Four bodies are rendered for each text, which takes its time. */
const countOf = (name: string) => (name === 'the body of an issue' ? 1500 : 10_000)

test.each(Object.keys(SINKS))(
  'thousands of hostile texts stay text in %s',
  async (name) => {
    expect(await SINKS[name]?.([...texts(SEED, countOf(name))])).toEqual([])
  },
  480_000,
)
