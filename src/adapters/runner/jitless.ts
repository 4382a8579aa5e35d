import * as z from 'zod'

// A process that checks each schema once gains nothing from code that is generated for it. A schema looks at this when
// it is made, so whoever imports this does it first.
z.config({ jitless: true })
