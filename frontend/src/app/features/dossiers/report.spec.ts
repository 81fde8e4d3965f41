import { readTeam, teamText } from './report';

describe('the team of a self-evaluation', () => {
  it('is read one person a line, with a blank or a comma before the role', () => {
    expect(readTeam('王芳 组长\n\n 李强，内审员 \n张三：标准化 工程师\n赵六')).toEqual([
      { name: '王芳', role: '组长' },
      { name: '李强', role: '内审员' },
      { name: '张三', role: '标准化 工程师' },
      { name: '赵六', role: '' },
    ]);
  });

  it('is read with the duty before the name as well', () => {
    expect(readTeam('组长：钱建国\n副组长 孙敏\n组员、李强\nleader: Ann Lee')).toEqual([
      { name: '钱建国', role: '组长' },
      { name: '孙敏', role: '副组长' },
      { name: '李强', role: '组员' },
      { name: 'Ann Lee', role: 'leader' },
    ]);
  });

  it('reads back what it wrote', () => {
    const team = [
      { name: '王芳', role: '组长' },
      { name: '赵六', role: '' },
      { name: 'John Smith', role: 'team leader' },
      { name: 'Ann Lee', role: '' },
    ];
    expect(readTeam(teamText(team))).toEqual(team);
  });
});
