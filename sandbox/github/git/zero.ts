/** Git's "no object": the old value of a ref that must not exist yet. */
export const zeroOid = '0'.repeat(40)
