import { expect, test } from '@jest/globals'
import { SINKS } from './sinks.ts'
import { texts } from './texts.ts'

test.each(Object.keys(SINKS))('three hundred hostile texts stay text in %s', async (name) => {
  expect(await SINKS[name]?.([...texts(1, 300), '.', '..'])).toEqual([])
})
