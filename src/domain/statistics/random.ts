/**
 * Numbers from 0 up to 1 that look random and are the same for the same seed (a whole number): G. Steele, D. Lea, C. Flood,
 * "Fast splittable pseudorandom number generators", OOPSLA 2014, in the 32-bit form with the mixing of MurmurHash3. Not for
 * secrets.
 */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x85ebca6b) | 0
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
  }
  // 53 bits, as many as a number from 0 to 1 can show.
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53
}
