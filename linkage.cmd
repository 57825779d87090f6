@echo off
rem Starts linkage on Java 17 or newer, and builds it first where its sources are newer than its jar.
rem
rem   linkage COMMAND ...                  linkage --help lists the commands
rem   set LINKAGE_JAVA_OPTS=-Xmx8g         options for the JVM
rem
rem Java: that of JAVA_HOME if it will do, else the newest found; what has no file "release" is not considered.
rem A linkage.jar beside this file is used as it is; without one Maven builds the jar from the sources around this file.
rem PowerShell compares the times of sources and jar. No administrator is needed.
setlocal EnableExtensions DisableDelayedExpansion
set "LINKAGE_ROOT=%~dp0"
set "LINKAGE_JAR=%LINKAGE_ROOT%linkage.jar"
set "LINKAGE_LOCK=%LINKAGE_ROOT%target\linkage.lock"

call :choose_java java
if not defined FOUND goto :no_java
>&2 echo linkage: Java %FOUND_VERSION% in "%FOUND%"
if exist "%LINKAGE_JAR%" goto :run

set "LINKAGE_JAR=%LINKAGE_ROOT%linkage-cli\target\linkage.jar"
if not exist "%LINKAGE_ROOT%pom.xml" goto :no_sources
call :is_ready || call :build || exit /b 1

:run
rem Java 25 and newer counts bits in vectors where it has the module and is given it.
set "VECTORS="
if %FOUND_RANK% GEQ 25000000 findstr /c:"jdk.incubator.vector" "%FOUND%\release" >nul && set "VECTORS=--add-modules jdk.incubator.vector"
"%FOUND%\bin\java.exe" %VECTORS% %LINKAGE_JAVA_OPTS% -jar "%LINKAGE_JAR%" %*
exit /b %ERRORLEVEL%

:no_java
>&2 echo linkage: error: no Java 17 or newer found; set JAVA_HOME to one
exit /b 1

:no_sources
>&2 echo linkage: error: there is neither linkage.jar nor its sources in "%LINKAGE_ROOT%"
exit /b 1

rem Sets FOUND to the Java of JAVA_HOME, else to the newest; the argument names the program it must have in bin.
:choose_java
set "NEEDED=%~1"
set "FOUND="
set "FOUND_RANK=16999999"
if not defined JAVA_HOME goto :search
call :consider "%JAVA_HOME%"
if defined FOUND exit /b 0
>&2 echo linkage: JAVA_HOME is passed over: no %NEEDED% of 17 or newer in "%JAVA_HOME%"
:search
for /d %%H in (
    "%ProgramFiles%\Java\*"
    "%ProgramFiles%\Eclipse Adoptium\*"
    "%ProgramFiles%\Microsoft\jdk*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
    "%LOCALAPPDATA%\Programs\Microsoft\jdk*"
    "%USERPROFILE%\.jdks\*"
) do call :consider "%%~H"
for %%J in (java.exe) do set "ON_PATH=%%~$PATH:J"
if defined ON_PATH for %%H in ("%ON_PATH%\..\..") do call :consider "%%~fH"
exit /b 0

rem Takes a Java if it is newer than the one found so far: 17.0.15 ranks as 17000015.
:consider
if not exist "%~1\bin\%NEEDED%.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "RANK=0"
for /f "usebackq tokens=1,2 delims==" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" call :rank %%L
if %RANK% LEQ %FOUND_RANK% exit /b 0
set "FOUND=%~1"
set "FOUND_RANK=%RANK%"
set "FOUND_VERSION=%VERSION%"
exit /b 0

:rank
set "VERSION=%~1"
for /f "tokens=1-3 delims=.-+_" %%A in ("%VERSION%") do set /a "RANK=%%A*1000000+(%%B+0)*1000+(%%C+0)"
exit /b 0

rem Whether the jar is there, newer than every source, and not being built at this moment.
:is_ready
if exist "%LINKAGE_LOCK%\" exit /b 1
:is_fresh
if not exist "%LINKAGE_JAR%" exit /b 1
powershell -NoLogo -NoProfile -NonInteractive -Command "Set-Location -LiteralPath $env:LINKAGE_ROOT; $built = (Get-Item -LiteralPath $env:LINKAGE_JAR).LastWriteTimeUtc; $sources = @(Get-Item pom.xml, *\pom.xml) + @(Get-Item linkage-*\src\main, testdata\src\main | Get-ChildItem -Recurse); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built }) { exit 1 }; exit 0" <nul
exit /b %ERRORLEVEL%

rem One at a time: whoever makes the folder LINKAGE_LOCK builds, the others wait and look again.
:build
if not exist "%LINKAGE_ROOT%target\" mkdir "%LINKAGE_ROOT%target"
if not exist "%LINKAGE_ROOT%target\" exit /b 1
mkdir "%LINKAGE_LOCK%" 2>nul && goto :locked
>&2 echo linkage: waiting for another build; if there is none, remove "%LINKAGE_LOCK%"
:wait
powershell -NoLogo -NoProfile -NonInteractive -Command "Start-Sleep 1" <nul
mkdir "%LINKAGE_LOCK%" 2>nul || goto :wait
:locked
call :is_fresh || call :make
set "RESULT=%ERRORLEVEL%"
rmdir "%LINKAGE_LOCK%"
exit /b %RESULT%

rem The old jar goes first, so that a failed build leaves none to be taken for the new.
:make
setlocal
if not exist "%FOUND%\bin\javac.exe" call :choose_java javac
if not defined FOUND goto :no_jdk
where mvn >nul 2>nul || goto :no_maven
>&2 echo linkage: building "%LINKAGE_JAR%"
if exist "%LINKAGE_JAR%" del /q "%LINKAGE_JAR%"
if exist "%LINKAGE_JAR%" goto :in_use
set "JAVA_HOME=%FOUND%"
pushd "%LINKAGE_ROOT%" || exit /b 1
call mvn -B -q -DskipTests -pl linkage-cli -am package <nul >&2
if errorlevel 1 goto :no_build
popd
if exist "%LINKAGE_JAR%" exit /b 0
>&2 echo linkage: error: the build left no "%LINKAGE_JAR%"
exit /b 1

:no_build
popd
>&2 echo linkage: error: the build failed; Maven says why above
exit /b 1

:no_jdk
>&2 echo linkage: error: a JDK of 17 or newer is needed to build
exit /b 1

:no_maven
>&2 echo linkage: error: Maven is needed to build, and there is no mvn on the PATH
exit /b 1

:in_use
>&2 echo linkage: error: "%LINKAGE_JAR%" is in use; let the other linkage finish first
exit /b 1
