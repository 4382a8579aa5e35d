import { filesIn, textOf } from '../files.ts'
import { looked, type Rule } from './rule.ts'

const READS =
  /\bprocess\s*\.\s*env\b|\bprocess\s*\[|from\s+['"](?:node:)?process['"]|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/

/** Only src/adapters/runner reads the environment: everything else is handed what it needs. */
export const environment: Rule = {
  name: 'environment',
  look(root) {
    const files = filesIn(root, 'src/**/*.ts').filter(
      (file) => !file.startsWith('src/adapters/runner/'),
    )
    const found = files.filter((file) => READS.test(textOf(root, file) ?? ''))
    return looked(
      `${files.length} files`,
      found.map((file) => `${file}: reads the environment; src/adapters/runner does that`),
    )
  },
}
