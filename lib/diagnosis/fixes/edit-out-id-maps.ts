import { editConfig } from './edit-config';

/** Takes the ID mappings of every mount out of a config that was not given (specification: mounts, uidMappings, idmap, ridmap). */
export const editOutIdMaps = () =>
  editConfig`del(.mounts[].uidMappings, .mounts[].gidMappings) | (.mounts[].options | arrays) |= map(select(test("^r?idmap(=|$)") | not))`;
