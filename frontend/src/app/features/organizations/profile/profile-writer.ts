import type { Api } from '../../../core/api/api';
import { isSameValue } from '../../../core/drafts/merge-fields';
import { problemOf } from '../../../core/errors/problem';
import {
  type FieldContent,
  type Profile,
  type ProfileField,
  contentOf,
  fieldOf,
  withField,
} from './profile';

/** Writes single fields of one enterprise's profile, which is stored as a whole over the version that is named. */
export class ProfileWriter {
  private readonly known: Map<number, Profile>;

  constructor(
    private readonly api: Api,
    private readonly organizationId: string,
    private newest: Profile,
  ) {
    this.known = new Map([[newest.version, newest]]);
  }

  /** @param version that the content was made upon; refused where somebody else wrote in this field since */
  async write(field: string, content: FieldContent, version: number): Promise<Profile> {
    const [{ newest }, name] = [this, field as ProfileField];
    const before = this.known.get(version);
    // Other fields were saved since: that changes nothing of what this one was made upon.
    const isUntouched =
      before !== undefined && isSameValue(fieldOf(before, name), fieldOf(newest, name));
    try {
      const saved = await this.api.put('/profile', {
        ...{ organizationId: this.organizationId, ifMatch: isUntouched ? newest.version : version },
        body: withField(contentOf(newest), name, content),
      });
      return this.know(saved);
    } catch (error) {
      const { isConflict, current } = problemOf(error);
      if (isConflict && current) this.know(current as Profile);
      throw error;
    }
  }

  private know(profile: Profile): Profile {
    this.known.set(profile.version, profile);
    if (profile.version > this.newest.version) this.newest = profile;
    return profile;
  }
}
