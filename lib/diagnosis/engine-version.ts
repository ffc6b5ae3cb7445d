/** Version of the knowledge: it changes with causes, messages and ranking. */
export const engineVersion = '0.1.0';
