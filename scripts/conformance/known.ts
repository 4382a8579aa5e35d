import type { RowCheck } from './checker.ts'
import { bootstrap } from './files/bootstrap.ts'
import { descriptive } from './files/descriptive.ts'
import { effectsize } from './files/effectsize.ts'
import { hodgeslehmann } from './files/hodgeslehmann.ts'
import { ks } from './files/ks.ts'
import { mannwhitney } from './files/mannwhitney.ts'
import { multipletests } from './files/multipletests.ts'
import { proportions } from './files/proportions.ts'
import { special } from './files/special.ts'
import { ttest } from './files/ttest.ts'

/** How the rows of a file are checked, by its name. A file that is added here has a module of its own in files/. */
export const KNOWN: Readonly<Record<string, RowCheck>> = {
  'bootstrap.json': bootstrap,
  'descriptive.json': descriptive,
  'effectsize.json': effectsize,
  'hodgeslehmann.json': hodgeslehmann,
  'ks.json': ks,
  'mannwhitney.json': mannwhitney,
  'multipletests.json': multipletests,
  'proportions.json': proportions,
  'special.json': special,
  'ttest.json': ttest,
}
