/**
 * The service control manager: service database, start plan, states and controls, events and the start-up message.
 *
 * <p>Door: {@link ntbed.scm.ServiceControlApi} for programs; for the boot {@link ntbed.scm.ServiceControlManager},
 * {@link ntbed.scm.ScmHost} and {@link ntbed.scm.DriverLoader}. Read first: {@code StartPlan}, then {@code StartRun}
 * (one step after the other), {@code ServiceStarter} (one service), {@code FailurePolicy} (what a failure entails).
 *
 * <p>May import: everything above it: {@code win32}, {@code time}, {@code trace}, {@code security}, {@code registry},
 * {@code filesystem}, {@code eventlog}, {@code crypto}, {@code process}.
 *
 * <p>The rules of the model, where they come from, and the test that holds them. RG = Resource Guide of NT Workstation
 * 4.0, RK = registry reference of the NT Resource Kit, SDK = headers of the 1996 SDK, Q... = Knowledge Base.
 * [I] = inferred, later = a source about later versions, assumed equal.
 *
 * <pre>
 * rule    what                                                    source                       test
 * ------  ------------------------------------------------------  ---------------------------  -----------------------
 * K1      the key's name is the service's, 256 characters         MSDN CreateService           DatabaseTest
 * K2      read once; image path and account again at each start   ReactOS (later)              DatabaseTest
 * K3      without Type or Start no service; ErrorControl 0        ReactOS (later)              DatabaseTest
 * K4-K6   Type, Start, ErrorControl                               RK; MSDN; SDK                DatabaseTest
 * K7      DisplayName, Group, Tag, ObjectName and their defaults  RK; Q196731, Q294696         DatabaseTest
 * K8      DeleteFlag: gone at the next start                      ReactOS (later)              DatabaseTest
 * K9      a dependency list of another type ends services.exe     Q219602; decision D15        DatabaseTest
 * K10     default security descriptor                             Q294696                      DatabaseTest
 * K11     access rights                                           SDK                          DatabaseTest, Control...
 * K12     profile, damaged device key: 1058; keys are rebuilt     Q166238, Q181835, Q182989    DatabaseTest
 * 7028    a key that denies SYSTEM access is taken over           Q317039, Q255181, Q248445    DatabaseTest
 * K13     first status: STOPPED, 1077                             ReactOS (later)              DatabaseTest
 * I1-I6   image paths, drivers' errors                            RK; MSDN; Q157678            SharedProcessTest
 * I7      shared processes by equal image path                    MSDN; SDK                    SharedProcessTest
 * I8      100 service processes, then 231                         Q175937                      SharedProcessTest
 * G1-G3   phases, rounds, database order                          MSDN; RG                     StartPlanTest
 * G4      groups that are not in the List                         RG                           StartingTest
 * G5      dependencies on demand are started too                  MSDN; Q172154                StartingTest
 * G6      a group needs one started member: 7002, 1068            RK; Q166184, Q250262         StartingTest
 * G7      later groups: 7019, 7020; only listed ones are later    SDK; Q166089; [I]            StartingTest
 * G8      cycles: 7018, 7017, 1059                                MSDN; SDK                    StartPlanTest
 * G9      a kernel driver on a Win32 service: 7015                SDK                          StartingTest
 * G10     names that do not exist: 7003, 1075; 1058 before 1068   Q158146, Q218458             StartingTest
 * G11     domain account without a controller                     Q164130                      StartingTest
 * D1-D4   dependents of what fails: 7001, 7002                    Q250262, Q166184, Q167093    StartingTest
 * D5      the last failed one of the list is named [I]            RG's example                 StartingTest
 * D6, D7  on demand 1068; a disabled dependency has no 7000       MSDN; RG; Q167093            StartingTest
 * E1-E4   ErrorControl 0 to 3, Last Known Good                    RK; RG; Q130730              FailurePolicyTest
 * E5      7026                                                    Q131617, Q132473, Q157678    FailurePolicyTest
 * E6-E9   the message                                             Q172692, Q124873; D3         FailurePolicyTest
 * L4-L7   when a boot is accepted, NotifyBootConfigStatus         RG; Q136441; MSDN            FailurePolicyTest
 * T1      120,000 ms to connect: 7009, 1053                       Q157913, Q238953; D11        TimeoutsTest
 * T2      120,000 ms for a control: 7011, 1053                    Q238665, Q179265             TimeoutsTest
 * T3      one start at a time, 1055                               MSDN; Q264559                TimeoutsTest
 * T4      80 s plus wait hint: 7022, process left alone           MSDN (later); Q199352        TimeoutsTest
 * T5-T7   first hint, stuck service locks, death while starting   Q264559; Q176566             TimeoutsTest
 * T8      WaitToKillServiceTimeout                                Q184124                      TimeoutsTest
 * U1-U8   accounts, secrets, 7008, 7013, 7014, 1079               MSDN; Q101602, Q264697       AccountsTest
 * S1-S5   states and controls                                     MSDN; SDK; Wine's tests      StatesTest, Control...
 * S6-S9   no answer, bad states, exits, deaths                    Q238665, Q257509, Q194028    StatesTest, TimeoutsTest
 * A1      OpenSCManager                                           Wine's tests; MSDN           ApiErrorsTest
 * A2      CreateService                                           Wine's tests; MSDN           CreateServiceErrorsTest
 * A3      OpenService                                             Wine's tests                 ApiErrorsTest
 * A4      StartService                                            MSDN; Wine's tests           StartServiceErrorsTest
 * A5-A10  queries, changes, deletion, names, lock, dependents     MSDN; Wine's tests           ApiErrorsTest
 * A11     NotifyBootConfigStatus                                  MSDN                         FailurePolicyTest
 * A12-13  codes end at 1079; nothing of Windows 2000              SDK; Q186550                 ApiErrorsTest
 * </pre>
 *
 * <p>Never logged, for nothing in the machine can cause them: 7010 (a service's side of the pipe stops in the middle of
 * a message) and 7012 (it sends one of the wrong size). Start requests, controls and statuses are method calls here,
 * not bytes in a pipe; a process that does not answer gives 7009 or 7011.
 *
 * <p>Besides those marked [I] above, inferred: an adapter that is asked to start is 87; a process without an entry
 * point for the service is 1054; auto-start waits for one service at a time until it runs, failed or hangs; 7018 is
 * logged once.
 */
@NullMarked
package ntbed.scm;

import org.jspecify.annotations.NullMarked;
