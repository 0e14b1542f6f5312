/** The parts of a policy's page; the address names the one in view. */
export const policyTabs = ['edit', 'publish', 'versions'] as const
