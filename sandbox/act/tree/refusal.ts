/** A run that GitHub would refuse before its first job; the message is what it would show, in one line. */
export class Refusal extends Error {}
