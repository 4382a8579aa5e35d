// node deploy/retire.mjs SLOT
// Ends what runs in the slot, which must have no traffic. An empty slot is fine.
import { askPlatform, command } from './platform.mjs'

await command('retire', async ([slot]) => {
  if (!slot) throw new Error('usage: retire.mjs SLOT')
  await askPlatform('DELETE', `/slots/${encodeURIComponent(slot)}`)
  return `slot ${slot} is empty`
})
