/** What whoever started a script can mend. The script ends with this sentence alone and with exit code 2. */
export class Refusal extends Error {}
