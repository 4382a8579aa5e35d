import type { RowCheck } from './checker.ts'
import { bootstrap } from './files/bootstrap.ts'
import { descriptive } from './files/descriptive.ts'
import { effectsize } from './files/effectsize.ts'
import { hodgeslehmann } from './files/hodgeslehmann.ts'
import { kayentaClassifier } from './files/kayenta-classifier.ts'
import { kayentaGaps } from './files/kayenta-gaps.ts'
import { kayentaMannWhitney } from './files/kayenta-mannwhitney.ts'
import { kayentaScorer } from './files/kayenta-scorer.ts'
import { kayentaDetector, kayentaTransform } from './files/kayenta-transform.ts'
import { keptnCriteria } from './files/keptn-criteria.ts'
import { ks } from './files/ks.ts'
import { mannwhitney } from './files/mannwhitney.ts'
import { multipletests } from './files/multipletests.ts'
import { proportions } from './files/proportions.ts'
import { special } from './files/special.ts'
import { ttest } from './files/ttest.ts'

/** Statistics against SciPy, statsmodels and NumPy, by the file's name. */
export const ORACLES: Readonly<Record<string, RowCheck>> = {
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

/** Judges of others, and where they are wrong. */
export const JUDGES: Readonly<Record<string, RowCheck>> = {
  'kayenta-classifier.json': kayentaClassifier,
  'kayenta-detector.json': kayentaDetector,
  'kayenta-gaps.json': kayentaGaps,
  'kayenta-mannwhitney.json': kayentaMannWhitney,
  'kayenta-scorer.json': kayentaScorer,
  'kayenta-transform.json': kayentaTransform,
  'keptn-criteria.json': keptnCriteria,
}

/** How the rows of a file are checked, by its name. A file that is added here has a module of its own in files/. */
export const KNOWN: Readonly<Record<string, RowCheck>> = { ...ORACLES, ...JUDGES }
