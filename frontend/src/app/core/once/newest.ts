/** Numbers questions, so that only the newest is answered: `const isNewest = newest.ask()`, and after it `isNewest()`. */
export class Newest {
  private question = 0;

  ask(): () => boolean {
    const question = (this.question += 1);
    return () => question === this.question;
  }
}
