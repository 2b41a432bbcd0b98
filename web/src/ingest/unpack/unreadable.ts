/** Why a file cannot be taken apart, and what to do; the message never repeats what stands in it. */
export class Unreadable extends Error {}
