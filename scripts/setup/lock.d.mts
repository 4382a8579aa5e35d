/** Runs `work` while no other process holds the lock of this folder; a lock whose owner is gone is taken over. */
export function locked<T>(folder: string, work: () => Promise<T>): Promise<T>
