import '@angular/compiler';
import { signOnProblem } from './sign-on-problem';

describe('what came in the way of single sign-on', () => {
  it('is said in the language of the page', () => {
    expect(signOnProblem('sign_on_over', 'zh-CN')).toMatchObject({ status: 422 });
    expect(signOnProblem('sign_on_over', 'zh-CN')?.detail).toBe('请重新开始登录。');
    expect(signOnProblem('sign_on_over', 'en')?.detail).toBe('Begin again.');
  });

  it.each([undefined, '', 'wrong_password', 'toString', '<b>'])('is nothing for %j', (code) => {
    expect(signOnProblem(code, 'zh-CN')).toBeNull();
  });
});
