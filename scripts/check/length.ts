import { filesIn, textOf } from '../files.ts'
import { looked, type Rule } from './rule.ts'

const LIMIT = 250
const CODE = '{src,sandbox,scripts,test,test-long,bench,examples}/**/*.{ts,mts,js,mjs,cjs}'

/** A file is one idea: no code file is longer than 250 lines. */
export const length: Rule = {
  name: 'length',
  look(root) {
    const files = filesIn(root, CODE)
    const found = files.flatMap((file) => {
      const lines = (textOf(root, file) ?? '').trimEnd().split('\n').length
      return lines > LIMIT ? [`${file}: ${lines} lines, at most ${LIMIT}: split it by ideas`] : []
    })
    return looked(`${files.length} files`, found)
  },
}
