import { githubLimits } from '../../sandbox/github/index.ts'
import { limitTests } from '../../test/sandbox/github/limit-tests.ts'

limitTests(githubLimits)
