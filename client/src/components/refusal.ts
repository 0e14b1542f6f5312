/** A page that asks for a right its reader does not have: said by who could grant it, not by another page. */
export class NotAllowed extends Error {}
