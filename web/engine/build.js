/** The build that this script belongs to, set when it is bundled; undefined when the sources run as they are. */
export const build = typeof LOOKUP_BUILD === 'string' ? LOOKUP_BUILD : undefined;
